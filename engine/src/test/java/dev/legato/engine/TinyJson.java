package dev.legato.engine;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads JSON without escapes: enough for loop values in tests. */
final class TinyJson {
  private final String text;
  private int at;

  TinyJson(String text) {
    this.text = text;
  }

  @Nullable Object read() throws EvaluationFailure {
    Object value = value();
    if (at != text.length()) {
      throw new EvaluationFailure("not JSON: " + text);
    }
    return value;
  }

  private @Nullable Object value() throws EvaluationFailure {
    return switch (peek()) {
      case '[' -> list();
      case '{' -> map();
      case '"' -> quoted();
      default -> scalar();
    };
  }

  private List<@Nullable Object> list() throws EvaluationFailure {
    var list = new ArrayList<@Nullable Object>();
    at++;
    while (peek() != ']') {
      list.add(value());
      skip(',');
    }
    at++;
    return list;
  }

  private Map<String, @Nullable Object> map() throws EvaluationFailure {
    var map = new LinkedHashMap<String, @Nullable Object>();
    at++;
    while (peek() != '}') {
      String key = quoted();
      skip(':');
      map.put(key, value());
      skip(',');
    }
    at++;
    return map;
  }

  private String quoted() throws EvaluationFailure {
    int end = text.indexOf('"', at + 1);
    if (peek() != '"' || end < 0) {
      throw new EvaluationFailure("not JSON: " + text);
    }
    String quoted = text.substring(at + 1, end);
    at = end + 1;
    return quoted;
  }

  private @Nullable Object scalar() throws EvaluationFailure {
    int start = at;
    while (at < text.length() && ",]}".indexOf(text.charAt(at)) < 0) {
      at++;
    }
    String word = text.substring(start, at).strip();
    return switch (word) {
      case "null" -> null;
      case "true" -> true;
      case "false" -> false;
      default -> number(word);
    };
  }

  private Number number(String word) throws EvaluationFailure {
    try {
      return word.contains(".") ? (Number) Double.valueOf(word) : (Number) Integer.valueOf(word);
    } catch (NumberFormatException e) {
      throw new EvaluationFailure("not JSON: " + text, e);
    }
  }

  private char peek() throws EvaluationFailure {
    skip(' ');
    if (at >= text.length()) {
      throw new EvaluationFailure("not JSON: " + text);
    }
    return text.charAt(at);
  }

  private void skip(char separator) {
    while (at < text.length() && (text.charAt(at) == separator || text.charAt(at) == ' ')) {
      at++;
    }
  }
}
