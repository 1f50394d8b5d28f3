package dev.legato.orchestrator.flow;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Sets a property at the top of a flow's source and leaves everything else as its author wrote it,
 * comments included.
 */
final class SourceProperty {
  private static final String ANCHOR = "namespace";

  private SourceProperty() {}

  /**
   * The source with that property; empty when there is no line of its own for it, as in a document
   * that is written as JSON. Whether the result means what was intended is for a parser to say.
   *
   * @param value as YAML, without line breaks
   */
  static Optional<String> set(String source, String key, String value) {
    var lines = new ArrayList<>(List.of(source.split("(?<=\n)", -1)));
    int at = find(lines, key);
    if (at >= 0) {
      lines.set(at, line(key, value, comment(lines.get(at), key), ending(lines.get(at))));
      return Optional.of(String.join("", lines));
    }
    int anchor = find(lines, ANCHOR);
    if (anchor < 0) {
      return Optional.empty();
    }
    String ending = ending(lines.get(anchor));
    if (ending.isEmpty()) {
      lines.set(anchor, lines.get(anchor) + "\n");
    }
    lines.add(anchor + 1, line(key, value, "", ending.isEmpty() ? "\n" : ending));
    return Optional.of(String.join("", lines));
  }

  private static int find(List<String> lines, String key) {
    Pattern pattern = pattern(key);
    for (int i = 0; i < lines.size(); i++) {
      if (pattern.matcher(lines.get(i).stripTrailing()).matches()) {
        return i;
      }
    }
    return -1;
  }

  private static String comment(String line, String key) {
    Matcher matcher = pattern(key).matcher(line.stripTrailing());
    return matcher.matches() && matcher.group(1) != null ? matcher.group(1) : "";
  }

  private static Pattern pattern(String key) {
    // a key at the beginning of a line can only be one of the document itself
    return Pattern.compile(
        "(?:%1$s|\"%1$s\"|'%1$s')\\s*:(?:\\s[^#]*?)?(\\s+#.*)?".formatted(Pattern.quote(key)));
  }

  private static String line(String key, String value, String comment, String ending) {
    return key + ": " + value + comment + ending;
  }

  private static String ending(String line) {
    return line.substring(line.stripTrailing().length()).replaceAll("[^\r\n]", "");
  }
}
