package dev.legato.http;

import dev.legato.plugin.http.HttpFailure;
import java.net.URI;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where a call goes.
 *
 * @param scheme http or https
 * @param host as written, an IPv6 address in brackets
 * @param port always known
 * @param path with the query, as it is sent
 * @param userInfo a name and password in the address; absent for none
 */
record Target(
    URI uri, String scheme, String host, int port, String path, @Nullable String userInfo) {
  /** Also takes names with underscores, which URIs know no host of. */
  private static final Pattern AUTHORITY =
      Pattern.compile("(?:([^@]*)@)?(\\[[0-9a-fA-F:.%]+]|[^:@\\[\\]]+)(?::(\\d{0,5}))?");

  static Target of(URI uri) throws HttpFailure {
    String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
    if (!scheme.equals("http") && !scheme.equals("https")) {
      throw new HttpFailure(
          "'%s' cannot be called: it must begin with http:// or https://".formatted(shown(uri)));
    }
    Matcher parts = AUTHORITY.matcher(uri.getRawAuthority() == null ? "" : uri.getRawAuthority());
    if (!parts.matches()) {
      throw new HttpFailure("'%s' cannot be called: it names no host".formatted(shown(uri)));
    }
    String port = parts.group(3);
    int usual = scheme.equals("https") ? 443 : 80;
    int number = port == null || port.isEmpty() ? usual : Integer.parseInt(port);
    if (number < 1 || number > 65_535) {
      throw new HttpFailure(
          "'%s' cannot be called: no port %d exists".formatted(shown(uri), number));
    }
    String path = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
    String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
    return new Target(uri, scheme, parts.group(2), number, path + query, parts.group(1));
  }

  /** Whether credentials for one are good for the other. */
  boolean hasOriginOf(Target other) {
    return scheme.equals(other.scheme) && host.equalsIgnoreCase(other.host) && port == other.port;
  }

  /** For people: without what may be a secret. */
  @Override
  public String toString() {
    String rawPath = uri.getRawPath() == null ? "" : uri.getRawPath();
    return "%s://%s:%d%s".formatted(scheme, host, port, rawPath);
  }

  private static String shown(URI uri) {
    return uri.toString().replaceFirst("//[^/]*@", "//").replaceFirst("\\?.*", "?…");
  }
}
