package dev.legato.server.service;

import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Patterns such as {@code shop.*}, in which a star stands for anything and ? for one character. */
final class Globs {
  private static final String SPECIAL = "\\.[]{}()+-^$|";

  private Globs() {}

  /**
   * Which namespaces patterns choose; all of them when there are no patterns.
   *
   * @param below whether those below a chosen one are chosen, too
   */
  static Predicate<String> namespaces(List<String> patterns, boolean below) {
    if (patterns.isEmpty()) {
      return _ -> true;
    }
    return Pattern.compile(anyNamespace(patterns, below)).asMatchPredicate();
  }

  /** The same as a regular expression for whole names. */
  static String anyNamespace(List<String> patterns, boolean below) {
    return patterns.stream()
        .map(Globs::regex)
        .collect(Collectors.joining("|", "^(", below ? ")(\\..*)?$" : ")$"));
  }

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
