package dev.legato.rest.http;

import dev.legato.rest.security.BasicAuth;
import dev.legato.rest.security.HostRule;
import dev.legato.rest.security.OriginRule;
import dev.legato.rest.security.Sessions;
import dev.legato.rest.security.SignIn;
import dev.legato.rest.security.Verdict;
import java.util.Optional;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;

/**
 * Turns away requests that must not reach a route.
 *
 * @param signIn whether callers must show who they are
 */
public record Guard(HostRule hosts, OriginRule origins, SignIn signIn, String realm) {
  /** Our pages say so: they ask for credentials themselves. */
  private static final String REQUESTED_WITH = "X-Requested-With";

  private static final String OWN_PAGES = "legato";
  private static final String FETCH_SITE = "Sec-Fetch-Site";

  /** Refuses foreign host names and what other sites make a browser send. */
  void checkSource(Request request) {
    String host = request.getHeaders().get(HttpHeader.HOST);
    String authority = request.getHttpURI().getAuthority();
    if (host == null || host.isEmpty()) {
      throw Problem.badRequest("the Host header is missing");
    }
    if (!hosts.allows(host) || (authority != null && !hosts.allows(authority))) {
      throw Problem.misdirected(
          "this server does not answer to that host name; add it to the allowed hosts");
    }
    if (changesSomething(request.getMethod())
        && !origins.allows(
            request.getHeaders().get(HttpHeader.ORIGIN),
            request.getHeaders().get(FETCH_SITE),
            host)) {
      throw Problem.forbidden("requests from pages of other sites are not accepted");
    }
  }

  private static boolean changesSomething(String method) {
    return !method.equals("GET") && !method.equals("HEAD") && !method.equals("OPTIONS");
  }

  /** Lets a caller through who may use routes of that level. */
  void checkCaller(Request request, Access access) {
    switch (access) {
      case PUBLIC -> {}
      case READ, RUN, EDIT ->
          signIn.required().ifPresent(required -> checkCredentials(required, request));
    }
  }

  /** Who a caller is that was let through; empty when everybody may do everything. */
  Optional<String> user() {
    return signIn.required().map(BasicAuth::user);
  }

  private void checkCredentials(BasicAuth required, Request request) {
    if (required.sessions().isOpen(Cookies.value(request, Sessions.COOKIE).orElse(null))) {
      return;
    }
    String header = request.getHeaders().get(HttpHeader.AUTHORIZATION);
    switch (required.check(header, Request.getRemoteAddr(request))) {
      case Verdict.Allowed _ -> {}
      case Verdict.Refused _ ->
          throw OWN_PAGES.equals(request.getHeaders().get(REQUESTED_WITH))
              ? Problem.unauthorized()
              : Problem.unauthorized(realm);
      case Verdict.Locked(long seconds) ->
          throw Problem.tooMany("too many wrong credentials came from this address", seconds);
    }
  }
}
