package dev.legato.storage.namespace;

import dev.legato.storage.file.SafePath;
import java.util.List;

/**
 * Lines of a namespace's files that hold a text.
 *
 * @param truncated whether there may be more of them
 */
public record FoundLines(List<Line> lines, boolean truncated) {
  /**
   * A line.
   *
   * @param number from 1
   * @param text the line, or the part of a long one that the text is in
   */
  public record Line(SafePath file, int number, String text) {}
}
