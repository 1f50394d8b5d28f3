package dev.legato.server.service;

/** Patterns such as {@code shop.*}, in which a star stands for anything and ? for one character. */
final class Globs {
  private static final String SPECIAL = "\\.[]{}()+-^$|";

  private Globs() {}

  /** The same as a regular expression, not anchored. */
  static String regex(String glob) {
    var regex = new StringBuilder();
    glob.codePoints()
        .forEach(
            c -> {
              if (c == '*') {
                regex.append(".*");
              } else if (c == '?') {
                regex.append('.');
              } else {
                if (SPECIAL.indexOf(c) >= 0) {
                  regex.append('\\');
                }
                regex.appendCodePoint(c);
              }
            });
    return regex.toString();
  }
}
