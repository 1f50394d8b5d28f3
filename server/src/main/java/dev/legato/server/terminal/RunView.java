package dev.legato.server.terminal;

import dev.legato.model.execution.ExecutionId;
import dev.legato.model.execution.StoredExecution;
import dev.legato.model.execution.TaskRunRecord;
import dev.legato.model.flow.LogLevel;
import dev.legato.model.log.LogEntry;
import dev.legato.server.Application;
import dev.legato.storage.ExecutionStore;
import dev.legato.storage.Filter;
import dev.legato.storage.Filter.Operator;
import dev.legato.storage.LogField;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Shows an execution while it runs: a line for each task run that ends, its log, a summary. */
public final class RunView {
  /** People read no faster; a large execution is read less often than a small one. */
  private static final Duration SHORTEST_PAUSE = Duration.ofMillis(50);

  /** Stack traces and the like are for the log of a server. */
  private static final List<Filter<LogField>> SHOWN =
      List.of(Filter.of(LogField.LEVEL, Operator.EQUALS, "INFO"));

  private final Application application;
  private final ExecutionId execution;
  private final Screen screen;
  private final Semaphore changes = new Semaphore(1);
  private final List<LogEntry> lines = new ArrayList<>();
  private long logPosition;

  public RunView(Application application, ExecutionId execution, PrintWriter out) {
    this.application = application;
    this.execution = execution;
    this.screen = Screen.on(out);
  }

  /** Returns when the execution is over and all of it was shown. */
  public StoredExecution follow() throws InterruptedException {
    var live = application.orchestrator().live();
    try (var _ = live.subscribe(execution, changes::release);
        var _ = live.subscribeLogs(execution, changes::release)) {
      StoredExecution seen = read();
      while (true) {
        changes.acquire();
        changes.drainPermits();
        long started = System.nanoTime();
        // all lines of what had ended are durable by now
        readLines();
        StoredExecution now = read();
        Optional<Instant> unseen = firstEndSince(seen, now);
        screen.show(seen, linesUpTo(unseen));
        if (seen.execution().over()) {
          screen.summarize(seen);
          return seen;
        }
        seen = now;
        if (unseen.isPresent() || now.execution().over()) {
          changes.release();
        } else {
          pause(System.nanoTime() - started);
        }
      }
    }
  }

  /** When the first of the task runs ended that had not when the execution was seen before. */
  private static Optional<Instant> firstEndSince(StoredExecution seen, StoredExecution now) {
    var endedBefore = new BitSet();
    for (TaskRunRecord run : seen.taskRuns()) {
      endedBefore.set(run.sequence(), run.status().isTerminal());
    }
    return now.taskRuns().stream()
        .filter(run -> run.status().isTerminal() && !endedBefore.get(run.sequence()))
        .map(run -> run.history().last())
        .min(Comparator.naturalOrder());
  }

  /** Later lines are kept, so that they come after the task runs that ended before them. */
  private List<LogEntry> linesUpTo(Optional<Instant> end) {
    var due = new ArrayList<LogEntry>();
    lines.removeIf(
        line -> {
          boolean isDue = end.isEmpty() || !line.timestamp().isAfter(end.get());
          return isDue && due.add(line);
        });
    return due;
  }

  private void pause(long readingNanos) throws InterruptedException {
    long pause = Math.max(SHORTEST_PAUSE.toNanos(), 4 * readingNanos);
    TimeUnit.NANOSECONDS.sleep(pause);
  }

  private StoredExecution read() {
    ExecutionStore store = application.storage().executions();
    return store
        .find(execution)
        .orElseThrow(
            () ->
                new IllegalStateException("Expected execution " + execution + ", but it is gone"));
  }

  private void readLines() {
    logPosition =
        application
            .storage()
            .logs()
            .readAfter(
                execution,
                logPosition,
                SHOWN,
                line -> {
                  if (tellsMore(line)) {
                    lines.add(line);
                  }
                });
  }

  /** The summary says when the execution began and ended. */
  private static boolean tellsMore(LogEntry line) {
    return line.taskId() != null || line.level() != LogLevel.INFO;
  }
}
