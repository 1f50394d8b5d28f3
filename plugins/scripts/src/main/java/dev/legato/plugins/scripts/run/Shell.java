package dev.legato.plugins.scripts.run;

import dev.legato.plugin.Programs;
import dev.legato.plugin.TaskFailure;
import dev.legato.plugin.process.ProgramEnd;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** Texts that a shell reads. */
public final class Shell {
  private static final int NOT_FOUND = 127;
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

  /**
   * Why a program of this machine failed: when there is none, its exit code says little.
   *
   * @param usual what is told otherwise
   */
  public static String reason(String usual, ProgramEnd end, String program, Programs programs)
      throws InterruptedException {
    if (end.exitCode() != NOT_FOUND || program.startsWith(".")) {
      return usual;
    }
    try {
      Path _ = programs.find(program);
      return usual;
    } catch (TaskFailure missing) {
      return String.valueOf(missing.getMessage());
    }
  }
}
