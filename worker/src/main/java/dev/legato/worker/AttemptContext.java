package dev.legato.worker;

import dev.legato.plugin.TaskContext;
import dev.legato.plugin.TaskLog;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/** What a task may use while it runs. */
final class AttemptContext implements TaskContext {
  private final AttemptLog log;
  private final AttemptMetrics metrics;
  private final Deadlines deadlines;

  AttemptContext(AttemptLog log, AttemptMetrics metrics, Deadlines deadlines) {
    this.log = log;
    this.metrics = metrics;
    this.deadlines = deadlines;
  }

  @Override
  public TaskLog log() {
    return log;
  }

  @Override
  public void count(String name, double amount, Map<String, String> tags) {
    metrics.count(name, amount, tags);
  }

  @Override
  public void time(String name, Duration duration, Map<String, String> tags) {
    metrics.time(name, duration, tags);
  }

  @Override
  public void sleep(Duration duration) throws InterruptedException {
    CountDownLatch over = new CountDownLatch(1);
    Deadlines.Cancellation alarm = deadlines.after(duration, over::countDown);
    try {
      over.await();
    } finally {
      alarm.cancel();
    }
  }
}
