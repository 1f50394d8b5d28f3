package dev.legato.server.terminal;

import dev.legato.model.execution.ExecutionId;
import dev.legato.model.execution.StoredExecution;
import dev.legato.model.log.LogEntry;
import dev.legato.server.Application;
import dev.legato.storage.ExecutionStore;
import dev.legato.storage.Filter;
import dev.legato.storage.Filter.Operator;
import dev.legato.storage.LogField;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
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
  private long logPosition;

  public RunView(Application application, ExecutionId execution, PrintWriter out) {
    this.application = application;
    this.execution = execution;
    this.screen = Screen.on(out);
  }

  /** Returns when the execution has ended and all of it was shown. */
  public StoredExecution follow() throws InterruptedException {
    var live = application.orchestrator().live();
    try (var _ = live.subscribe(execution, changes::release);
        var _ = live.subscribeLogs(execution, changes::release)) {
      while (true) {
        changes.acquire();
        changes.drainPermits();
        long started = System.nanoTime();
        StoredExecution now = read();
        List<LogEntry> lines = newLines();
        screen.show(now, lines);
        if (now.execution().status().isTerminal()) {
          screen.summarize(now);
          return now;
        }
        pause(System.nanoTime() - started);
      }
    }
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

  private List<LogEntry> newLines() {
    var lines = new ArrayList<LogEntry>();
    logPosition = application.storage().logs().readAfter(execution, logPosition, SHOWN, lines::add);
    return lines;
  }
}
