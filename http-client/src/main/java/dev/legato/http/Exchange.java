package dev.legato.http;

import dev.legato.http.JettyClients.Lease;
import dev.legato.http.Redirection.Hop;
import dev.legato.plugin.http.HttpBody.Content;
import dev.legato.plugin.http.HttpFailure;
import dev.legato.plugin.http.HttpOptions;
import dev.legato.plugin.http.HttpReply;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.jetty.client.InputStreamRequestContent;
import org.eclipse.jetty.client.InputStreamResponseListener;
import org.eclipse.jetty.client.Request;
import org.eclipse.jetty.client.Response;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.io.ByteBufferPool;
import org.jspecify.annotations.Nullable;

/** Sends what goes to one server and waits for the head of its reply. */
final class Exchange {
  private final Hop hop;
  private final HttpOptions options;
  private final HttpRules rules;
  private final Lease lease;
  private final InputStreamResponseListener listener = new InputStreamResponseListener();
  private final CountDownLatch connected = new CountDownLatch(1);
  private final CountDownLatch sent = new CountDownLatch(1);
  private final AtomicReference<@Nullable InputStream> upload = new AtomicReference<>();

  Exchange(Hop hop, HttpOptions options, HttpRules rules, Lease lease) {
    this.hop = hop;
    this.options = options;
    this.rules = rules;
    this.lease = lease;
  }

  /** The connection could not be used; {@link #reason} says why. */
  static final class Unanswered extends Exception {
    private static final long serialVersionUID = 1L;

    Unanswered(Throwable cause) {
      super(cause);
    }

    Throwable reason() {
      Throwable cause = getCause();
      return cause == null ? this : cause;
    }
  }

  HttpReply send() throws Unanswered, HttpFailure, InterruptedException {
    Request request = request();
    boolean answered = false;
    try {
      request.send(listener);
      Response response = head();
      HttpReply reply = reply(response);
      answered = true;
      return reply;
    } catch (ExecutionException e) {
      throw new Unanswered(e.getCause() == null ? e : e.getCause());
    } finally {
      if (!answered) {
        abort(request);
      }
    }
  }

  private Request request() throws HttpFailure {
    Target target = hop.target();
    Request request =
        lease
            .client()
            .newRequest("localhost", target.port()) // takes no host that is none in a URI
            .host(target.host())
            .scheme(target.scheme())
            .method(hop.method())
            .path(target.path())
            .followRedirects(false)
            .timeout(rules.maxDuration().toMillis(), TimeUnit.MILLISECONDS)
            .idleTimeout(options.idleTimeout().toMillis(), TimeUnit.MILLISECONDS)
            .onRequestBegin(_ -> connected.countDown())
            .onRequestSuccess(_ -> sent.countDown())
            .onRequestFailure((_, _) -> release(connected, sent))
            .onResponseHeaders(_ -> release(connected, sent))
            .onComplete(_ -> release(connected, sent));
    request.headers(
        fields -> hop.headers().forEach(header -> fields.add(header.name(), header.value())));
    if (hop.body() instanceof Content content) {
      request.body(body(content));
    }
    return request;
  }

  private static void release(CountDownLatch... latches) {
    for (CountDownLatch latch : latches) {
      latch.countDown();
    }
  }

  private Request.Content body(Content content) throws HttpFailure {
    try {
      InputStream in = content.source().open();
      upload.set(in);
      long length = content.source().length();
      boolean isTyped =
          hop.headers().stream().anyMatch(h -> h.name().equalsIgnoreCase("content-type"));
      return new InputStreamRequestContent(
          isTyped ? null : content.contentType(), in, ByteBufferPool.SIZED_NON_POOLING) {
        @Override
        public long getLength() {
          return length;
        }
      };
    } catch (IOException e) {
      throw new HttpFailure("The body to send cannot be read: " + e.getMessage(), e);
    }
  }

  // three limits: for the connection, for each pause of the upload, and for the server to think
  private Response head() throws HttpFailure, InterruptedException, ExecutionException {
    Duration connect = options.connectTimeout();
    if (!connected.await(connect.toNanos(), TimeUnit.NANOSECONDS)) {
      throw Failures.tooSlow(hop.target(), "could not be connected to", connect);
    }
    sent.await();
    Duration read = options.readTimeout();
    try {
      return listener.get(read.toNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException _) {
      throw Failures.tooSlow(hop.target(), "did not reply", read);
    }
  }

  private HttpReply reply(Response response) throws HttpFailure {
    Map<String, List<String>> headers = new LinkedHashMap<>();
    for (HttpField field : response.getHeaders()) {
      headers
          .computeIfAbsent(field.getName(), _ -> new ArrayList<>())
          .add(field.getValue() == null ? "" : field.getValue());
    }
    long max = Math.min(options.maxBytes(), rules.maxBytes());
    long announced = response.getHeaders().getLongField("Content-Length");
    if (announced > max && !hop.method().equals("HEAD")) {
      throw ReplyBody.tooLong(hop.target(), max);
    }
    InputStream body =
        new ReplyBody(
            listener.getInputStream(), hop.target(), max, () -> abort(response.getRequest()));
    return new HttpReply(hop.target().uri(), response.getStatus(), headers, body);
  }

  // without effect when the exchange is complete
  private void abort(Request request) {
    var _ = request.abort(new IOException("not wanted any more"));
    try (InputStream _ = upload.getAndSet(null)) {
      lease.release().run();
    } catch (IOException _) {
      // what was to be sent is of no interest any more
    }
  }

  /** Whether sending it a second time does no more than sending it once. */
  static boolean isRepeatable(Hop hop) {
    return switch (hop.method()) {
      case "GET", "HEAD", "OPTIONS", "PUT", "DELETE", "TRACE" -> true;
      default -> false;
    };
  }
}
