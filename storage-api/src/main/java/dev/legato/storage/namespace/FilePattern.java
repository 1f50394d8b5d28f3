package dev.legato.storage.namespace;

import dev.legato.storage.file.SafePath;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Patterns of paths: {@code *} is any text without a slash, {@code **} any text, {@code ?} one
 * character, {@code {a,b}} one or the other, {@code [a-z]} one of these characters. A pattern that
 * does not begin with a slash matches from any folder on.
 */
public final class FilePattern {
  private static final int MAX_LENGTH = 1_000;
  private static final String SPECIAL = "\\.(){}[]+-^$|*?";

  private final String glob;
  private final StringBuilder regex = new StringBuilder();
  private boolean inBraces;
  private int at;

  private FilePattern(String glob) {
    this.glob = glob;
  }

  /**
   * Whether a path matches any of the patterns; every path does when there are none.
   *
   * @throws IllegalArgumentException when one of them is malformed, in words for the user
   */
  public static Predicate<SafePath> anyOf(List<String> globs) {
    if (globs.isEmpty()) {
      return _ -> true;
    }
    List<Pattern> patterns = globs.stream().map(FilePattern::compile).toList();
    return path ->
        patterns.stream().anyMatch(pattern -> pattern.matcher(path.toString()).matches());
  }

  private static Pattern compile(String glob) {
    String pattern = glob.strip();
    if (pattern.isEmpty() || pattern.length() > MAX_LENGTH) {
      throw malformed(pattern, "it must have 1 to %d characters".formatted(MAX_LENGTH));
    }
    return Pattern.compile(new FilePattern(pattern).regex(), Pattern.DOTALL);
  }

  private String regex() {
    regex.append(glob.startsWith("/") ? "" : "(?:.*/|)");
    while (at < glob.length()) {
      addNext();
    }
    if (inBraces) {
      throw malformed(glob, "a '{' has no '}'");
    }
    return regex.toString();
  }

  private void addNext() {
    char c = glob.charAt(at++);
    switch (c) {
      case '*' -> addStars();
      case '?' -> regex.append("[^/]");
      case '[' -> addCharacters();
      case '{' -> {
        if (inBraces) {
          throw malformed(glob, "a '{' is within another one");
        }
        inBraces = true;
        regex.append("(?:");
      }
      case '}' -> {
        regex.append(inBraces ? ")" : "\\}");
        inBraces = false;
      }
      case ',' -> regex.append(inBraces ? '|' : ',');
      default -> addLiteral(c);
    }
  }

  private void addStars() {
    if (!glob.startsWith("*", at)) {
      regex.append("[^/]*");
      return;
    }
    while (glob.startsWith("*", at)) {
      at++;
    }
    if (glob.startsWith("/", at)) {
      at++;
      regex.append("(?:.*/|)"); // also no folder at all
    } else {
      regex.append(".*");
    }
  }

  private void addCharacters() {
    int end = glob.indexOf(']', at + 1);
    if (end < 0) {
      throw malformed(glob, "a '[' has no ']'");
    }
    String characters = glob.substring(at, end);
    boolean negated = characters.startsWith("!");
    regex.append(negated ? "[^/" : "[");
    for (char c : characters.substring(negated ? 1 : 0).toCharArray()) {
      regex.append("\\[]^&".indexOf(c) >= 0 ? "\\" + c : String.valueOf(c));
    }
    regex.append(']');
    at = end + 1;
  }

  private void addLiteral(char c) {
    if (SPECIAL.indexOf(c) >= 0) {
      regex.append('\\');
    }
    regex.append(c);
  }

  private static IllegalArgumentException malformed(String glob, String why) {
    return new IllegalArgumentException("'%s' is no pattern of files: %s".formatted(glob, why));
  }
}
