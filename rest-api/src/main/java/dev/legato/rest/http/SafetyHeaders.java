package dev.legato.rest.http;

import java.util.List;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.PreEncodedHttpField;

/** Headers that keep browsers and caches from doing more with an answer than they should. */
final class SafetyHeaders {
  private static final List<HttpField> FIELDS =
      List.of(
          new PreEncodedHttpField("X-Content-Type-Options", "nosniff"),
          new PreEncodedHttpField("Cache-Control", "private, no-store"),
          new PreEncodedHttpField(
              "Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'"),
          new PreEncodedHttpField("Referrer-Policy", "no-referrer"));

  private SafetyHeaders() {}

  static void addTo(HttpFields.Mutable headers) {
    for (HttpField field : FIELDS) {
      headers.add(field);
    }
  }
}
