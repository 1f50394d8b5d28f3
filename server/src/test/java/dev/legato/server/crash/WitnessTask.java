package dev.legato.server.crash;

import dev.legato.plugin.Property;
import dev.legato.plugin.Task;
import dev.legato.plugin.TaskContext;
import dev.legato.plugin.TaskFailure;
import dev.legato.plugin.TaskType;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;

/** A task that leaves traces of everything it does, in a file and in the product. */
@TaskType(value = "legato.test.Witness", title = "Writes down that it runs.")
public record WitnessTask(
    @Property("Execution, task run and attempt, with a blank between them.") String me,
    @Property(value = "How long it takes.", defaultValue = "PT0.02S") Duration pause,
    @Property(value = "How many attempts fail.", defaultValue = "0") int failures)
    implements Task<WitnessTask.Result> {
  /** The system property of the server that names the witness file. */
  static final String FILE_PROPERTY = "legato.crash.witness";

  static final int LINES = 4;
  static final String LINE = "line %d of " + LINES;
  static final String COUNTER = "lines";
  static final String ATTEMPT_TAG = "attempt";

  /** What the task hands on. */
  public record Result(@Property("Tells which attempt has made it.") String checksum) {}

  /** Loaded in the server only. */
  private static final class Ours {
    static final WitnessFile FILE = WitnessFile.open(Path.of(System.getProperty(FILE_PROPERTY)));
  }

  @Override
  public Result run(TaskContext context) throws TaskFailure, InterruptedException {
    Ours.FILE.append(WitnessFile.Mark.START, me);
    int half = LINES / 2;
    log(context, 1, half);
    sleep(context);
    log(context, half + 1, LINES);
    String attempt = me.substring(me.lastIndexOf(' ') + 1);
    context.count(COUNTER, LINES, Map.of(ATTEMPT_TAG, attempt));
    Ours.FILE.append(WitnessFile.Mark.END, me);
    if (Integer.parseInt(attempt) < failures) {
      throw new TaskFailure("Attempt %s was told to fail.".formatted(attempt));
    }
    return new Result(checksum(me));
  }

  private void sleep(TaskContext context) throws InterruptedException {
    try {
      context.sleep(pause);
    } catch (InterruptedException stopped) {
      Ours.FILE.append(WitnessFile.Mark.END, me);
      throw stopped;
    }
  }

  private static void log(TaskContext context, int first, int last) {
    for (int line = first; line <= last; line++) {
      context.log().info(LINE.formatted(line));
    }
  }

  /** What an attempt must have as its output. */
  static String checksum(String me) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(me.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("Expected every JDK to have SHA-256", impossible);
    }
  }
}
