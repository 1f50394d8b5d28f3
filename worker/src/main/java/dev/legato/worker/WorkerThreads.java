package dev.legato.worker;

import java.time.Duration;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** The only place where the worker makes threads. */
final class WorkerThreads {
  private WorkerThreads() {}

  static void startVirtual(String name, Runnable body) {
    Thread.ofVirtual().name(name).start(body);
  }

  /** Deadlines of the real world, on one thread that starts with the first of them. */
  static Deadlines deadlines() {
    var timer =
        new ScheduledThreadPoolExecutor(
            1,
            body -> Thread.ofPlatform().daemon().name("worker-deadlines").unstarted(body),
            new ThreadPoolExecutor.DiscardPolicy()); // after close nothing is waited for
    timer.setRemoveOnCancelPolicy(true);
    return new Deadlines() {
      @Override
      public Cancellation after(Duration delay, Runnable action) {
        ScheduledFuture<?> future =
            timer.schedule(action, TimeUnit.NANOSECONDS.convert(delay), TimeUnit.NANOSECONDS);
        return () -> future.cancel(false);
      }

      @Override
      public void close() {
        timer.shutdownNow();
      }
    };
  }
}
