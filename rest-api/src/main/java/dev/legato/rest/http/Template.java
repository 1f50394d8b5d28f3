package dev.legato.rest.http;

import java.util.ArrayList;
import java.util.List;

/** The path of a route without its scope, such as {@code flows/{namespace}/{id}}. */
public final class Template {
  private final String text;
  private final List<String> segments;

  private Template(String text, List<String> segments) {
    this.text = text;
    this.segments = segments;
  }

  /** Reads a template; a segment is either a literal or a name in braces. */
  public static Template parse(String text) {
    return new Template(text, text.isEmpty() ? List.of() : List.of(text.split("/", -1)));
  }

  List<String> segments() {
    return segments;
  }

  static boolean isVariable(String segment) {
    return segment.charAt(0) == '{';
  }

  /** Names of the variable segments, from left to right. */
  public List<String> variables() {
    var names = new ArrayList<String>();
    for (String segment : segments) {
      if (isVariable(segment)) {
        names.add(segment.substring(1, segment.length() - 1));
      }
    }
    return List.copyOf(names);
  }

  @Override
  public String toString() {
    return text;
  }
}
