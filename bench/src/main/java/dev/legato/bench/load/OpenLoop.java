package dev.legato.bench.load;

import dev.legato.bench.report.Result;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/**
 * Sends requests at a fixed rate, whether or not earlier ones were answered, and counts latency
 * from the instant at which a request was due. A server that stalls is charged for every request
 * that it kept from being sent.
 */
public final class OpenLoop {
  private static final long MAX_MICROS = TimeUnit.MINUTES.toMicros(5);

  /** Requests beyond it wait for an earlier answer; the wait counts as latency. */
  private static final int MOST_AT_ONCE = 1_000;

  private OpenLoop() {}

  /** Makes a target for the exclusive use of one request at a time. */
  public interface TargetFactory {
    Target make() throws Exception;
  }

  /**
   * What came of one rate.
   *
   * @param achieved completed requests a second, until the last one was answered
   * @param latency in microseconds
   */
  public record Outcome(int rate, double achieved, long failed, Histogram latency) {
    public double millis(double percentile) {
      return latency.getValueAtPercentile(percentile) / 1_000.0;
    }

    /** Whether the rate was held, with the 99th percentile below a second. */
    public boolean isSustained() {
      return failed == 0 && achieved >= 0.95 * rate && millis(99) < 1_000;
    }

    public Result result(String name, String bar) {
      return Result.of(name, bar)
          .with("rate/s", rate)
          .with("achieved/s", achieved)
          .with("p50 ms", millis(50))
          .with("p90 ms", millis(90))
          .with("p99 ms", millis(99))
          .with("max ms", latency.getMaxValue() / 1_000.0)
          .with("failed", (double) failed);
    }
  }

  /** Holds a rate for a while and waits for every answer. */
  public static Outcome run(TargetFactory factory, int rate, int seconds) throws Exception {
    var senders = new Senders(factory);
    int total = rate * seconds;
    long begin = System.nanoTime();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> sent = new ArrayList<>(total);
      for (int i = 0; i < total; i++) {
        long due = begin + TimeUnit.SECONDS.toNanos(i) / rate;
        waitUntil(due);
        sent.add(threads.submit(() -> senders.send(due)));
      }
      for (Future<?> each : sent) {
        each.get();
      }
    }
    double took = (System.nanoTime() - begin) / 1e9;
    return senders.outcome(rate, total, took);
  }

  /** Sends requests with as many targets as are needed at once. */
  private static final class Senders {
    private final TargetFactory factory;
    private final Histogram latency = new ConcurrentHistogram(MAX_MICROS, 3);
    private final AtomicLong failed = new AtomicLong();
    private final Semaphore places = new Semaphore(MOST_AT_ONCE);
    private final Queue<Target> idle = new ConcurrentLinkedQueue<>();
    private final Queue<Target> made = new ConcurrentLinkedQueue<>();

    Senders(TargetFactory factory) {
      this.factory = factory;
    }

    @Nullable Void send(long due) throws Exception {
      places.acquire();
      try {
        Target target = idle.poll();
        if (target == null) {
          target = factory.make();
          made.add(target);
        }
        target.once();
        idle.add(target);
        long micros = TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - due);
        latency.recordValue(Math.min(MAX_MICROS, micros));
      } catch (Exception e) {
        failed.incrementAndGet();
      } finally {
        places.release();
      }
      return null;
    }

    Outcome outcome(int rate, int total, double seconds) throws IOException {
      for (Target target : made) {
        target.close();
      }
      long lost = failed.get();
      return new Outcome(rate, (total - lost) / seconds, lost, latency);
    }
  }

  private static void waitUntil(long due) {
    for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
      LockSupport.parkNanos(left);
    }
  }
}
