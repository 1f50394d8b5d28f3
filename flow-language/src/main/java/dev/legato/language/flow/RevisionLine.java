package dev.legato.language.flow;

import dev.legato.language.yaml.YamlNode;
import java.util.regex.Pattern;

/** The line of a source that names its revision, which the server counts. */
final class RevisionLine {
  private static final String KEY = "revision";
  private static final Pattern WHOLE_LINE = Pattern.compile("revision\\s*:\\s*[0-9]+\\s*(#.*)?");

  private RevisionLine() {}

  /** The source without that line. Kept when the line holds more than the revision. */
  static String cut(String source, YamlNode.Mapping root) {
    YamlNode.Entry entry = root.entries().get(KEY);
    if (entry == null || entry.key().mark().column() != 1) {
      return source;
    }
    int start = startOfLine(source, entry.key().mark().line());
    int end = startOfNextLine(source, start);
    boolean isWhole = WHOLE_LINE.matcher(source.substring(start, end).strip()).matches();
    return isWhole ? source.substring(0, start) + source.substring(end) : source;
  }

  private static int startOfLine(String source, int line) {
    int start = 0;
    for (int i = 1; i < line; i++) {
      start = startOfNextLine(source, start);
    }
    return start;
  }

  private static int startOfNextLine(String source, int from) {
    for (int i = from; i < source.length(); i++) {
      char c = source.charAt(i);
      if (c == '\n') {
        return i + 1;
      }
      if (c == '\r') {
        boolean pair = i + 1 < source.length() && source.charAt(i + 1) == '\n';
        return i + (pair ? 2 : 1);
      }
    }
    return source.length();
  }
}
