package dev.legato.plugins.scripts.run;

import java.util.regex.Pattern;

/** Texts that a shell reads. */
public final class Shell {
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_./=:@%+,-]+");

  private Shell() {}

  /** Whether a shell takes the text as it is, as one word. */
  public static boolean isPlain(String word) {
    return PLAIN.matcher(word).matches();
  }

  /** A text as one word. */
  public static String quoted(String word) {
    return isPlain(word) ? word : "'" + word.replace("'", "'\\''") + "'";
  }
}
