package dev.legato.rest.http;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** The parameters behind a header's value, such as the boundary in {@code a/b; boundary="x"}. */
final class HeaderParameters {
  private final String text;
  private int at;

  private HeaderParameters(String text) {
    this.text = text;
  }

  /** By name in lower case; the first one counts. What makes no sense is left out. */
  static Map<String, String> of(String header) {
    var parameters = new LinkedHashMap<String, String>();
    var reader = new HeaderParameters(header);
    while (reader.skipTo(';')) {
      String name = reader.until("=;").strip().toLowerCase(Locale.ROOT);
      if (reader.at < header.length() && header.charAt(reader.at) == '=') {
        reader.at++;
        parameters.putIfAbsent(name, reader.value());
      }
    }
    return parameters;
  }

  private boolean skipTo(char wanted) {
    int found = text.indexOf(wanted, at);
    at = found + 1;
    return found >= 0;
  }

  private String until(String ends) {
    int start = at;
    while (at < text.length() && ends.indexOf(text.charAt(at)) < 0) {
      at++;
    }
    return text.substring(start, at);
  }

  private String value() {
    while (at < text.length() && text.charAt(at) == ' ') {
      at++;
    }
    if (at >= text.length() || text.charAt(at) != '"') {
      return until(";").strip();
    }
    var value = new StringBuilder();
    for (at++; at < text.length() && text.charAt(at) != '"'; at++) {
      // browsers write a quote as \" or as %22; other backslashes are part of old file names
      boolean escaped = text.charAt(at) == '\\' && at + 1 < text.length() && isQuoted(at + 1);
      value.append(text.charAt(escaped ? ++at : at));
    }
    at = Math.min(at + 1, text.length());
    return value.toString();
  }

  private boolean isQuoted(int index) {
    return text.charAt(index) == '"' || text.charAt(index) == '\\';
  }
}
