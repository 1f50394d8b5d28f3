package dev.legato.http;

import dev.legato.http.Headers.Header;
import dev.legato.plugin.http.HttpBody;
import dev.legato.plugin.http.HttpFailure;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What follows from a reply that points elsewhere. */
final class Redirection {
  private Redirection() {}

  /**
   * What is sent to one server.
   *
   * @param headers all of them, also those that say who is calling
   */
  record Hop(String method, Target target, List<Header> headers, HttpBody body) {}

  /** Where to go next; empty when the reply points nowhere. */
  static Optional<Hop> next(Hop hop, int status, Optional<String> location) throws HttpFailure {
    if (!isRedirect(status) || location.isEmpty()) {
      return Optional.empty();
    }
    Target target = Target.of(resolved(hop.target(), location.get()));
    boolean becomesGet =
        (status == 303 && !hop.method().equals("HEAD"))
            || ((status == 301 || status == 302) && hop.method().equals("POST"));
    boolean sameOrigin = target.hasOriginOf(hop.target());
    List<Header> headers =
        hop.headers().stream()
            .filter(header -> sameOrigin || !isBoundToServer(header))
            .filter(header -> !becomesGet || !describesBody(header))
            .toList();
    return Optional.of(
        becomesGet
            ? new Hop("GET", target, headers, HttpBody.NONE)
            : new Hop(hop.method(), target, headers, hop.body()));
  }

  private static boolean isRedirect(int status) {
    return switch (status) {
      case 301, 302, 303, 307, 308 -> true;
      default -> false;
    };
  }

  private static URI resolved(Target from, String location) throws HttpFailure {
    try {
      return from.uri().resolve(URI.create(location.strip().replace(" ", "%20")));
    } catch (IllegalArgumentException e) {
      throw new HttpFailure("%s redirects to what is no address".formatted(from), e);
    }
  }

  private static boolean isBoundToServer(Header header) {
    return header.isCredential() || header.name().equalsIgnoreCase("host");
  }

  private static boolean describesBody(Header header) {
    return header.name().toLowerCase(Locale.ROOT).startsWith("content-");
  }
}
