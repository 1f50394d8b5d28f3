package dev.legato.server.terminal;

import dev.legato.model.execution.ExecutionRecord;
import dev.legato.model.execution.StoredExecution;
import dev.legato.model.execution.TaskRunRecord;
import dev.legato.model.execution.TaskRunStatus;
import dev.legato.model.flow.LogLevel;
import dev.legato.model.log.LogEntry;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes what happens in an execution. On a terminal the task runs that are under way stay at the
 * bottom and are redrawn; elsewhere every line is written once.
 */
final class Screen {
  private static final int MOST_LIVE_LINES = 12;
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss.SSS");

  private final PrintWriter out;
  private final Style style;
  private final BitSet shown = new BitSet();
  private int liveLines;

  private Screen(PrintWriter out, Style style) {
    this.out = out;
    this.style = style;
  }

  static Screen on(PrintWriter out) {
    // never null since JDK 22
    boolean terminal = Objects.requireNonNull(System.console()).isTerminal();
    boolean plain = !terminal || System.getenv("NO_COLOR") != null;
    return new Screen(out, new Style(terminal, !plain));
  }

  void show(StoredExecution execution, List<LogEntry> lines) {
    eraseLive();
    for (LogEntry line : lines) {
      out.println(style.dim(time(line.timestamp())) + "  " + level(line.level()) + log(line));
    }
    var running = new ArrayList<TaskRunRecord>();
    for (TaskRunRecord run : execution.taskRuns()) {
      if (!run.status().isTerminal()) {
        running.add(run);
      } else if (!shown.get(run.sequence())) {
        shown.set(run.sequence());
        out.println(taskRun(run));
      }
    }
    if (style.terminal()) {
      drawLive(running);
    }
    out.flush();
  }

  void summarize(StoredExecution execution) {
    eraseLive();
    ExecutionRecord record = execution.execution();
    out.println();
    out.printf(
        "%s  %s  %s in %s, %d task run%s%n",
        record.flow(),
        style.dim(record.id().value()),
        style.status(record.status().name()),
        human(record.history().span()),
        execution.taskRuns().size(),
        execution.taskRuns().size() == 1 ? "" : "s");
    var outputs = record.outputs();
    if (outputs != null && !outputs.isEmpty()) {
      out.println("Outputs:");
      outputs.forEach((id, value) -> out.printf("  %s: %s%n", id, json(value)));
    }
    out.flush();
  }

  private void drawLive(List<TaskRunRecord> running) {
    int count = Math.min(MOST_LIVE_LINES, running.size());
    for (TaskRunRecord run : running.subList(0, count)) {
      out.println(taskRun(run));
    }
    liveLines = count;
    if (running.size() > count) {
      out.println(style.dim("… and %d more under way".formatted(running.size() - count)));
      liveLines++;
    }
  }

  private void eraseLive() {
    for (; liveLines > 0; liveLines--) {
      out.print("\u001b[1A\u001b[2K");
    }
  }

  private String taskRun(TaskRunRecord run) {
    String value = run.value() == null ? "" : style.dim(" [" + abbreviated(run.value()) + "]");
    String took =
        run.status().isTerminal() && run.status() != TaskRunStatus.SKIPPED
            ? "  " + human(run.history().span())
            : "";
    String attempts = run.attempts().size() > 1 ? "  attempt " + run.attempts().size() : "";
    return style.dim(time(run.history().last()))
        + "  "
        + style.status(run.status().name())
        + " ".repeat(Math.max(1, 9 - run.status().name().length()))
        + run.taskId()
        + value
        + style.dim(took + attempts);
  }

  private String log(LogEntry line) {
    String task = line.taskId() == null ? "" : style.dim(line.taskId() + ": ");
    return task + printable(line.message());
  }

  /** Escape sequences in a log must not steer somebody's terminal. */
  private static String printable(String message) {
    var safe = new StringBuilder(message.length());
    message
        .codePoints()
        .forEach(
            c -> {
              boolean control = Character.isISOControl(c) && c != '\n' && c != '\t';
              safe.appendCodePoint(control ? 0xFFFD : c);
            });
    return safe.toString();
  }

  private String level(LogLevel level) {
    String name = "%-6s".formatted(level);
    return switch (level) {
      case ERROR -> style.red(name);
      case WARN -> style.yellow(name);
      case INFO, DEBUG, TRACE -> style.dim(name);
    };
  }

  private static String time(Instant instant) {
    return TIME.format(instant.atZone(ZoneId.systemDefault()));
  }

  private static String human(Duration duration) {
    long millis = duration.toMillis();
    if (millis < 1_000) {
      return millis + " ms";
    }
    return millis < 60_000
        ? String.format(Locale.ROOT, "%.1f s", millis / 1_000.0)
        : duration.truncatedTo(ChronoUnit.SECONDS).toString();
  }

  private static String json(Object value) {
    return value instanceof String text ? text : JsonMapper.shared().writeValueAsString(value);
  }

  private static String abbreviated(String value) {
    return value.length() <= 60 ? value : value.substring(0, 59) + "…";
  }

  /** How lines look: with colours on a terminal that wants them. */
  private record Style(boolean terminal, boolean colours) {
    String dim(String text) {
      return paint(text, 2);
    }

    String red(String text) {
      return paint(text, 31);
    }

    String yellow(String text) {
      return paint(text, 33);
    }

    String status(String name) {
      return switch (name) {
        case "SUCCESS" -> paint(name, 32);
        case "WARNING", "RETRYING", "KILLING" -> yellow(name);
        case "FAILED", "KILLED" -> red(name);
        case "RUNNING" -> paint(name, 36);
        default -> dim(name);
      };
    }

    private String paint(String text, int code) {
      return colours && !text.isEmpty() ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
    }
  }
}
