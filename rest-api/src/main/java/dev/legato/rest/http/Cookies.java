package dev.legato.rest.http;

import java.util.Optional;
import org.eclipse.jetty.http.HttpCookie;
import org.eclipse.jetty.server.Request;

/** Reads cookies. */
final class Cookies {
  private Cookies() {}

  /** The value of the first cookie with a name. */
  static Optional<String> value(Request request, String name) {
    return Request.getCookies(request).stream()
        .filter(cookie -> cookie.getName().equals(name))
        .map(HttpCookie::getValue)
        .findFirst();
  }
}
