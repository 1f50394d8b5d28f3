package dev.legato.data.toon;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a line begins with.
 *
 * @param length of an array; -1 when it is none
 * @param columns of a table
 * @param rest behind the colon
 */
record Head(String key, int length, List<String> columns, String rest) {
  private static final Pattern HEAD =
      Pattern.compile(
          "(?<key>\"(?:[^\"\\\\]|\\\\.)*+\"|[^\"\\[\\]{}:,]*+)"
              + "(?:\\[(?<length>[0-9]{1,7})\\](?:\\{(?<columns>[^}]*+)\\})?)?:(?<rest>.*)");

  /** The head of a line; null when the line is only a value. */
  static @Nullable Head of(String line) {
    Matcher parts = HEAD.matcher(line);
    if (!parts.matches()) {
      return null;
    }
    String key = parts.group("key");
    String length = parts.group("length");
    if (key.isEmpty() && length == null) {
      return null;
    }
    List<String> columns = new ArrayList<>();
    if (parts.group("columns") != null) {
      cells(parts.group("columns")).forEach(column -> columns.add(unquoted(column)));
    }
    return new Head(
        unquoted(key),
        length == null ? -1 : Integer.parseInt(length),
        columns,
        parts.group("rest").strip());
  }

  /** What is between commas that are not in quotes. */
  static List<String> cells(String line) {
    List<String> cells = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == '\\' && quoted && i + 1 < line.length()) {
        cell.append(c).append(line.charAt(++i));
      } else if (c == ',' && !quoted) {
        cells.add(cell.toString().strip());
        cell.setLength(0);
      } else {
        quoted ^= c == '"';
        cell.append(c);
      }
    }
    cells.add(cell.toString().strip());
    return cells;
  }

  static String unquoted(String text) {
    if (text.length() < 2 || !text.startsWith("\"") || !text.endsWith("\"")) {
      return text;
    }
    StringBuilder plain = new StringBuilder();
    for (int i = 1; i < text.length() - 1; i++) {
      char c = text.charAt(i);
      if (c == '\\' && i + 1 < text.length() - 1) {
        char next = text.charAt(++i);
        plain.append(
            switch (next) {
              case 'n' -> '\n';
              case 'r' -> '\r';
              case 't' -> '\t';
              default -> next;
            });
      } else {
        plain.append(c);
      }
    }
    return plain.toString();
  }
}
