package dev.legato.rest.http;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Tells one waiting thread that something happened; several times count as once. */
public final class Signal {
  private final Semaphore raised = new Semaphore(0);

  /** Wakes the waiting thread, now or when it waits next. Never blocks. */
  public void raise() {
    raised.release();
  }

  /** Waits until the signal is raised; false when that took too long. */
  public boolean await(Duration longest) throws InterruptedException {
    boolean happened = raised.tryAcquire(longest.toNanos(), TimeUnit.NANOSECONDS);
    raised.drainPermits();
    return happened;
  }

  /** Waits that long, whatever happens. */
  public void pause(Duration time) throws InterruptedException {
    var never = new CountDownLatch(1);
    if (never.await(time.toNanos(), TimeUnit.NANOSECONDS)) {
      throw new IllegalStateException("Expected nobody to count down, but somebody did");
    }
  }
}
