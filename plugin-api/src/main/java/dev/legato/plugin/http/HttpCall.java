package dev.legato.plugin.http;

import java.net.URI;
import java.util.List;
import java.util.Map;

/**
 * What to send.
 *
 * @param headers by name; {@code Content-Length} and others that follow from the body are ignored
 */
public record HttpCall(
    String method, URI uri, Map<String, List<String>> headers, HttpBody body, HttpOptions options) {
  /** A plain GET. */
  public static HttpCall get(URI uri) {
    return new HttpCall("GET", uri, Map.of(), HttpBody.NONE, HttpOptions.DEFAULTS);
  }
}
