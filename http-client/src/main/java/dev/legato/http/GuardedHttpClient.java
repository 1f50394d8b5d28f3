package dev.legato.http;

import dev.legato.http.Exchange.Unanswered;
import dev.legato.http.Headers.Header;
import dev.legato.http.Redirection.Hop;
import dev.legato.plugin.http.HttpBody;
import dev.legato.plugin.http.HttpCall;
import dev.legato.plugin.http.HttpClient;
import dev.legato.plugin.http.HttpFailure;
import dev.legato.plugin.http.HttpOptions;
import dev.legato.plugin.http.HttpReply;
import java.io.IOException;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/** Calls other servers within its rules. Safe to use from any thread; a call waits on its own. */
public final class GuardedHttpClient implements HttpClient, AutoCloseable {
  private static final int MAX_REDIRECTS = 5;
  private static final Pattern METHOD = Pattern.compile("[A-Z][A-Z-]{0,30}");

  private final HttpRules rules;
  private final JettyClients clients;
  private final RandomGenerator random;

  /**
   * A client that asks the system for the addresses of hosts.
   *
   * @param random must be safe for use by many threads
   */
  public GuardedHttpClient(HttpRules rules, RandomGenerator random) {
    this(rules, random, HostLookup.SYSTEM);
  }

  GuardedHttpClient(HttpRules rules, RandomGenerator random, HostLookup lookup) {
    this.rules = rules;
    this.random = random;
    this.clients = new JettyClients(rules, lookup);
  }

  @Override
  public HttpReply send(HttpCall call) throws HttpFailure, InterruptedException {
    Hop hop = firstHop(call);
    for (int redirects = 0; ; redirects++) {
      HttpReply reply = sendTo(hop, call.options());
      Optional<Hop> next;
      try {
        next =
            call.options().followRedirects()
                ? Redirection.next(hop, reply.status(), reply.header("Location"))
                : Optional.empty();
      } catch (HttpFailure e) {
        close(reply);
        throw e;
      }
      if (next.isEmpty()) {
        return reply;
      }
      close(reply);
      if (redirects == MAX_REDIRECTS) {
        throw new HttpFailure(
            "%s leads on and on: more than %d redirects are not followed"
                .formatted(Target.of(call.uri()), MAX_REDIRECTS));
      }
      hop = next.get();
    }
  }

  private Hop firstHop(HttpCall call) throws HttpFailure {
    String method = call.method().strip().toUpperCase(Locale.ROOT);
    if (!METHOD.matcher(method).matches() || method.equals("CONNECT")) {
      throw new HttpFailure("'%s' is no method of HTTP; use GET, POST, …".formatted(call.method()));
    }
    Target target = Target.of(call.uri());
    List<Header> headers = new ArrayList<>(Headers.of(call.headers()));
    boolean isAuthorized =
        headers.stream().anyMatch(header -> header.name().equalsIgnoreCase("authorization"));
    if (!isAuthorized) {
      headers.addAll(Headers.authorization(call.options().credentials(), target));
    }
    if (headers.stream().noneMatch(header -> header.name().equalsIgnoreCase("user-agent"))) {
      headers.add(new Header("User-Agent", "Legato"));
    }
    return new Hop(method, target, headers, oneSource(call.body()));
  }

  private HttpBody oneSource(HttpBody body) {
    return switch (body) {
      case HttpBody.None _, HttpBody.Content _ -> body;
      case HttpBody.Multipart(var parts) ->
          MultipartBody.of(
              parts, "legato-%016x%016x".formatted(random.nextLong(), random.nextLong()));
    };
  }

  private HttpReply sendTo(Hop hop, HttpOptions options) throws HttpFailure, InterruptedException {
    if (options.proxy() != null) {
      checkBehindProxy(hop.target());
    }
    try {
      return new Exchange(hop, options, rules, clients.forOptions(options)).send();
    } catch (Unanswered e) {
      if (!Failures.isStaleConnection(e.reason()) || !Exchange.isRepeatable(hop)) {
        throw Failures.noReply(hop.target(), e.reason());
      }
    }
    try { // the server had closed a connection that was kept open; a new one may do
      return new Exchange(hop, options, rules, clients.forOptions(options)).send();
    } catch (Unanswered e) {
      throw Failures.noReply(hop.target(), e.reason());
    }
  }

  // the proxy makes the connection; this is as near to the gate as we can get
  private void checkBehindProxy(Target target) throws HttpFailure {
    try {
      clients.resolver().checked(target.host()).close();
    } catch (UnknownHostException _) {
      // only the proxy may know it
    } catch (IOException e) {
      throw Failures.noReply(target, e);
    }
  }

  private static void close(HttpReply reply) {
    try {
      reply.close();
    } catch (IOException _) {
      // nobody reads the rest of a redirect
    }
  }

  /** Ends all calls. */
  @Override
  public void close() {
    clients.close();
  }
}
