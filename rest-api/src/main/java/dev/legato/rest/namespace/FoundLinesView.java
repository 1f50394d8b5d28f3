package dev.legato.rest.namespace;

import dev.legato.storage.namespace.FoundLines;
import java.util.List;

/**
 * Lines of a namespace's files that hold a text.
 *
 * @param truncated whether there may be more of them
 */
public record FoundLinesView(List<Line> results, boolean truncated) {
  /**
   * A line.
   *
   * @param line from 1
   * @param text the line, or the part of a long one that the text is in
   */
  public record Line(String path, int line, String text) {}

  static FoundLinesView of(FoundLines found) {
    return new FoundLinesView(
        found.lines().stream()
            .map(each -> new Line(each.file().toString(), each.number(), each.text()))
            .toList(),
        found.truncated());
  }
}
