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
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
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
    boolean terminal = Terminals.current().isPresent();
    boolean colours = terminal && System.getenv("NO_COLOR") == null;
    return new Screen(out, new Style(terminal, colours));
  }

  /**
   * Shows what is new, in the order of time.
   *
   * @param lines that were not shown before
   */
  void show(StoredExecution execution, List<LogEntry> lines) {
    eraseLive();
    var news = new ArrayList<Line>();
    for (LogEntry line : lines) {
      news.add(new Line(line.timestamp(), level(line.level()) + log(line)));
    }
    var running = new ArrayDeque<TaskRunRecord>();
    // the last made first: a group is ended in the same instant by what it holds
    for (TaskRunRecord run : execution.taskRuns().reversed()) {
      if (!run.status().isTerminal()) {
        running.addFirst(run);
      } else if (!shown.get(run.sequence())) {
        shown.set(run.sequence());
        news.add(new Line(run.history().last(), taskRun(run, execution)));
      }
    }
    news.sort(Comparator.comparing(Line::at));
    news.forEach(line -> out.println(stamped(line)));
    if (style.terminal()) {
      drawLive(running, execution);
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
      outputs.forEach((id, value) -> out.printf("  %s: %s%n", id, printable(json(value))));
    }
    out.flush();
  }

  private void drawLive(Collection<TaskRunRecord> running, StoredExecution execution) {
    int count = Math.min(MOST_LIVE_LINES, running.size());
    running.stream()
        .limit(count)
        .forEach(
            run -> out.println(stamped(new Line(run.history().last(), taskRun(run, execution)))));
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

  private String taskRun(TaskRunRecord run, StoredExecution execution) {
    List<String> loops = loopValues(run, execution);
    String value = loops.isEmpty() ? "" : style.dim(" [" + String.join(", ", loops) + "]");
    String took =
        run.status().isTerminal() && run.status() != TaskRunStatus.SKIPPED
            ? "  " + human(run.history().span())
            : "";
    String attempts = run.attempts().size() > 1 ? "  attempt " + run.attempts().size() : "";
    return style.status(run.status().name())
        + " ".repeat(Math.max(1, 9 - run.status().name().length()))
        + run.taskId()
        + value
        + style.dim(took + attempts);
  }

  /** The values of the loops that the task run is in, outermost first. */
  private static List<String> loopValues(TaskRunRecord innermost, StoredExecution execution) {
    var values = new ArrayDeque<String>();
    Optional<TaskRunRecord> run = Optional.of(innermost);
    while (run.isPresent()) {
      String value = run.get().value();
      if (value != null) {
        values.addFirst(abbreviated(printable(value)));
      }
      Integer parent = run.get().parent();
      run = parent == null ? Optional.empty() : execution.taskRun(parent);
    }
    return List.copyOf(values);
  }

  private String log(LogEntry line) {
    String task = line.taskId() == null ? "" : style.dim(line.taskId() + ": ");
    return task + printable(line.message());
  }

  /** Escape sequences in what tasks say must not steer somebody's terminal. */
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
    String name = "%-9s".formatted(level);
    return switch (level) {
      case ERROR -> style.red(name);
      case WARN -> style.yellow(name);
      case INFO, DEBUG, TRACE -> style.dim(name);
    };
  }

  private String stamped(Line line) {
    return style.dim(TIME.format(line.at().atZone(ZoneId.systemDefault()))) + "  " + line.text();
  }

  private static String human(Duration duration) {
    long millis = duration.toMillis();
    if (millis < 1_000) {
      return millis + " ms";
    }
    if (millis < 60_000) {
      return String.format(Locale.ROOT, "%.1f s", millis / 1_000.0);
    }
    String minutes = "%d min %d s".formatted(duration.toMinutesPart(), duration.toSecondsPart());
    return duration.toHours() == 0 ? minutes : duration.toHours() + " h " + minutes;
  }

  private static String json(Object value) {
    return value instanceof String text ? text : JsonMapper.shared().writeValueAsString(value);
  }

  private static String abbreviated(String value) {
    return value.length() <= 60 ? value : value.substring(0, 59) + "…";
  }

  /** Something that happened, to be shown in the order of time. */
  private record Line(Instant at, String text) {}

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
