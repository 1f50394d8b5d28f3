package dev.legato.process.output;

import dev.legato.plugin.TaskContext;
import dev.legato.plugin.TaskLog.Level;
import dev.legato.process.output.LineCutter.Line;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Reads both streams of a program. Lines go to the task's log, in the order of each stream; {@code
 * ::{…}::} lines are carried out instead. Safe to use from the threads of both streams.
 */
public final class ProgramOutput implements StreamReader {
  private static final int BUFFER = 64 << 10;

  private final OutputLimits limits;
  private final TaskContext context;
  private final Level errorLevel;
  private final Messages messages;
  private final AtomicLong outputLines = new AtomicLong();
  private final AtomicLong errorLines = new AtomicLong();

  /**
   * What nothing has been read of.
   *
   * @param errorLevel how lines of the error stream are logged
   */
  public ProgramOutput(OutputLimits limits, TaskContext context, Level errorLevel) {
    this.limits = limits;
    this.context = context;
    this.errorLevel = errorLevel;
    this.messages = new Messages(limits, context);
  }

  /** One of the streams, to be given bytes as they come. */
  public Portions stream(boolean isError) {
    return new Portions(isError);
  }

  @Override
  public void readAll(InputStream in, boolean isError) throws IOException {
    Portions portions = stream(isError);
    byte[] buffer = new byte[BUFFER];
    try {
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        portions.take(buffer, 0, read);
      }
    } finally {
      portions.end();
    }
  }

  /** The outputs so far. */
  public Map<String, @Nullable Object> vars() {
    return messages.vars();
  }

  public long outputLines() {
    return outputLines.get();
  }

  public long errorLines() {
    return errorLines.get();
  }

  /** A stream as it comes, in portions of any size. */
  public final class Portions {
    private final LineCutter cutter = new LineCutter(limits.maxLineBytes(), this::accept);
    private final Level level;
    private final AtomicLong count;
    private List<String> plain = new ArrayList<>();

    private Portions(boolean isError) {
      this.level = isError ? errorLevel : Level.INFO;
      this.count = isError ? errorLines : outputLines;
    }

    /** All lines that end in the portion are in the log, or carried out, when this returns. */
    public void take(byte[] bytes, int offset, int length) {
      cutter.take(bytes, offset, length);
      logPlain();
    }

    /** To be called once, after the last portion. */
    public void end() {
      cutter.end();
      logPlain();
    }

    private void accept(Line line) {
      if (line.last()) {
        count.incrementAndGet();
      }
      if (line.whole() && Messages.isMessage(line.text())) {
        logPlain(); // what it says may be logged, too
        messages.carryOut(line.text());
        return;
      }
      if (!line.whole() && line.text().startsWith(Messages.BEGIN)) {
        logPlain();
        context
            .log()
            .warn(
                "Invalid outputs: the line is longer than %d bytes; write large data to a file."
                    .formatted(limits.maxLineBytes()));
      }
      plain.add(line.text());
    }

    private void logPlain() {
      if (!plain.isEmpty()) {
        List<String> lines = plain;
        plain = new ArrayList<>();
        context.log().log(level, lines);
      }
    }
  }
}
