package dev.legato.orchestrator.call;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Shows that something goes on, however fast it does: at most once a second, and never later than a
 * second after the last change.
 */
final class Progress {
  private final AtomicBoolean isDue = new AtomicBoolean();
  private final Executor later;
  private final Runnable report;
  private volatile boolean over;

  /**
   * @param executor carries reports out
   */
  Progress(Executor executor, Runnable report) {
    this.later = CompletableFuture.delayedExecutor(1, TimeUnit.SECONDS, executor);
    this.report = report;
  }

  /** Takes note that there is something new to show. From any thread; returns at once. */
  void changed() {
    if (!over && isDue.compareAndSet(false, true)) {
      later.execute(this::show);
    }
  }

  /** Nothing is shown any more. */
  void end() {
    over = true;
  }

  private void show() {
    isDue.set(false);
    if (!over) {
      report.run();
    }
  }
}
