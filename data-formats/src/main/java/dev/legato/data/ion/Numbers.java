package dev.legato.data.ion;

import java.util.regex.Pattern;

/** How numbers look in Ion. */
final class Numbers {
  /** What both Ion and Java take for a number with a fraction or an exponent. */
  private static final Pattern PLAIN =
      Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]*)?([eEdD][+-]?[0-9]{1,9})?");

  private Numbers() {}

  static boolean isPlain(String text) {
    return PLAIN.matcher(text).matches();
  }
}
