package dev.legato.rest.http;

import java.util.ArrayList;
import java.util.List;

/**
 * Splits the path of a request into segments and decodes each of them once. There is one way to
 * write a path; any other spelling is refused rather than repaired.
 */
final class RequestPath {
  private RequestPath() {}

  /**
   * The decoded segments; none for {@code /}.
   *
   * @throws Problem 400 for empty, dot or parameterised segments, control characters, encoded
   *     separators and broken encoding
   */
  static List<String> segments(String raw) {
    if (raw.isEmpty() || raw.charAt(0) != '/') {
      throw Problem.badRequest("the path must begin with '/'");
    }
    var segments = new ArrayList<String>(8);
    int start = 1;
    while (raw.length() > 1 && start <= raw.length()) {
      int slash = raw.indexOf('/', start);
      int end = slash < 0 ? raw.length() : slash;
      segments.add(segment(raw.substring(start, end)));
      start = end + 1;
    }
    return segments;
  }

  private static String segment(String raw) {
    String segment = Percent.decodeStrictly(raw);
    if (segment.isEmpty()) {
      throw Problem.badRequest("the path has an empty segment");
    }
    if (segment.equals(".") || segment.equals("..")) {
      throw Problem.badRequest("the path has a '.' or '..' segment");
    }
    for (int i = 0; i < segment.length(); i++) {
      char c = segment.charAt(i);
      if (c < 0x20 || c == 0x7f || c == '/' || c == '\\' || c == ';') {
        throw Problem.badRequest("the path has a character that is not allowed in a segment");
      }
    }
    return segment;
  }
}
