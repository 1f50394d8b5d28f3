package dev.legato.http;

import dev.legato.plugin.http.HttpBody;
import dev.legato.plugin.http.HttpBody.Content;
import dev.legato.plugin.http.HttpBody.Source;
import dev.legato.plugin.http.HttpCall;
import dev.legato.plugin.http.HttpOptions;
import dev.legato.plugin.http.HttpReply;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Calls as tests write them. */
final class Calls {
  private Calls() {}

  static HttpOptions options(Duration connect, Duration read, Duration idle, long maxBytes) {
    return new HttpOptions(connect, read, idle, maxBytes, true, null, null, false);
  }

  static HttpOptions maxBytes(long maxBytes) {
    return options(
        Duration.ofSeconds(10), Duration.ofSeconds(10), Duration.ofSeconds(10), maxBytes);
  }

  static HttpOptions as(HttpOptions.Credentials credentials) {
    HttpOptions defaults = HttpOptions.DEFAULTS;
    return new HttpOptions(
        defaults.connectTimeout(),
        defaults.readTimeout(),
        defaults.idleTimeout(),
        defaults.maxBytes(),
        true,
        credentials,
        null,
        false);
  }

  static HttpOptions through(HttpOptions.Proxy proxy) {
    HttpOptions defaults = HttpOptions.DEFAULTS;
    return new HttpOptions(
        defaults.connectTimeout(),
        defaults.readTimeout(),
        defaults.idleTimeout(),
        defaults.maxBytes(),
        true,
        null,
        proxy,
        false);
  }

  static HttpCall get(URI uri, HttpOptions options) {
    return new HttpCall("GET", uri, Map.of(), HttpBody.NONE, options);
  }

  static HttpCall get(URI uri, Map<String, List<String>> headers) {
    return new HttpCall("GET", uri, headers, HttpBody.NONE, HttpOptions.DEFAULTS);
  }

  static HttpCall post(URI uri, HttpBody body) {
    return new HttpCall("POST", uri, Map.of(), body, HttpOptions.DEFAULTS);
  }

  static Content text(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return content("text/plain; charset=utf-8", bytes, bytes.length);
  }

  /** Bytes of which the length is not known before. */
  static Content unknownLength(String text) {
    return content("text/plain", text.getBytes(StandardCharsets.UTF_8), -1);
  }

  private static Content content(String type, byte[] bytes, long length) {
    return new Content(
        type,
        new Source() {
          @Override
          public InputStream open() {
            return new ByteArrayInputStream(bytes);
          }

          @Override
          public long length() {
            return length;
          }
        });
  }

  static String body(HttpReply reply) throws IOException {
    try (reply) {
      return new String(reply.body().readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
