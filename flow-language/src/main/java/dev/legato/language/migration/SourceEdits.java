package dev.legato.language.migration;

import dev.legato.language.complaint.Mark;
import dev.legato.language.yaml.YamlNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Changes to a text, each at the place of a YAML node. Everything else stays as it is. */
final class SourceEdits {
  private final String source;
  private final List<Integer> lineStarts = new ArrayList<>();
  private final TreeMap<Integer, Edit> edits = new TreeMap<>();

  SourceEdits(String source) {
    this.source = source;
    lineStarts.add(0);
    for (int i = 0; i < source.length(); i++) {
      char c = source.charAt(i);
      boolean pair = c == '\r' && i + 1 < source.length() && source.charAt(i + 1) == '\n';
      if (c == '\n' || (c == '\r' && !pair)) {
        lineStarts.add(i + 1);
      }
    }
  }

  private record Edit(int end, String text) {}

  int offset(Mark mark) {
    return source.offsetByCodePoints(lineStarts.get(mark.line() - 1), mark.column() - 1);
  }

  /**
   * Writes another text in the place of a scalar, in its quotes if it has some. False when the
   * scalar is written in a way that does not show its text, such as with escapes or an anchor.
   */
  boolean rename(YamlNode.Scalar scalar, String text) {
    int start = start(scalar);
    if (start < 0) {
      return false;
    }
    edits.put(start, new Edit(start + scalar.text().length(), text));
    return true;
  }

  /**
   * Writes another word in the place of one within a scalar, if it is written there as it reads.
   *
   * @param offset where the word begins in the text of the scalar
   */
  void replace(YamlNode.Scalar scalar, int offset, String word, String by) {
    int place = WrittenText.of(source, offset(scalar.mark()), scalar.text()).place(offset, word);
    if (place >= 0) {
      edits.put(place, new Edit(place + word.length(), by));
    }
  }

  /** Where the text of a scalar begins; −1 when it is not written as it reads. */
  private int start(YamlNode.Scalar scalar) {
    int start = offset(scalar.mark());
    boolean quoted = start < source.length() && "'\"".indexOf(source.charAt(start)) >= 0;
    int first = quoted ? start + 1 : start;
    return source.startsWith(scalar.text(), first) ? first : -1;
  }

  /** Whether the mapping is written in braces. */
  boolean isInBraces(YamlNode.Mapping mapping) {
    int start = offset(mapping.mark());
    return start < source.length() && source.charAt(start) == '{';
  }

  /**
   * Adds properties to a mapping, behind one that it has and whose value is a scalar.
   *
   * @param properties YAML by name, each on one line
   */
  void add(YamlNode.Mapping mapping, YamlNode.Entry behind, Map<String, String> properties) {
    if (!(behind.value() instanceof YamlNode.Scalar value) || start(value) < 0) {
      return;
    }
    StringBuilder added = new StringBuilder();
    boolean braces = isInBraces(mapping);
    int end = braces ? endOfScalar(value) : endOfLine(offset(value.mark()));
    String separator = braces ? ", " : lineBreak() + " ".repeat(behind.key().mark().column() - 1);
    properties.forEach(
        (name, yaml) -> added.append(separator).append(name).append(": ").append(yaml));
    edits.put(end, new Edit(end, added.toString()));
  }

  private int endOfScalar(YamlNode.Scalar scalar) {
    int end = start(scalar) + scalar.text().length();
    return start(scalar) > offset(scalar.mark()) ? end + 1 : end;
  }

  private int endOfLine(int offset) {
    int end = offset;
    while (end < source.length() && source.charAt(end) != '\n' && source.charAt(end) != '\r') {
      end++;
    }
    return end;
  }

  private String lineBreak() {
    return source.contains("\r\n") ? "\r\n" : "\n";
  }

  /** The text with all changes. */
  String result() {
    StringBuilder result = new StringBuilder();
    int from = 0;
    for (Map.Entry<Integer, Edit> edit : edits.entrySet()) {
      result.append(source, from, edit.getKey()).append(edit.getValue().text());
      from = edit.getValue().end();
    }
    return result.append(source, from, source.length()).toString();
  }
}
