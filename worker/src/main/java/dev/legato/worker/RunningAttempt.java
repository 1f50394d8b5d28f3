package dev.legato.worker;

import dev.legato.model.execution.Job;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An attempt on its way from the queue to its report. Whoever takes it out of {@link Phase#WAITING}
 * or {@link Phase#RUNNING} for good is the one who reports it, so that it is reported once.
 */
final class RunningAttempt {
  private final Job job;
  private final AttemptLog log;
  private final AttemptMetrics metrics;
  private Phase phase = Phase.WAITING;
  private @Nullable Thread thread;
  private @Nullable StopReason stop;

  /** Until when its task waits; the past when it does not. */
  private Instant waitsUntil = Instant.MIN;

  /** A wait that lasts longer is cut off, for the worker closes. */
  private Instant latestWait = Instant.MAX;

  RunningAttempt(Job job, AttemptLog log, AttemptMetrics metrics) {
    this.job = job;
    this.log = log;
    this.metrics = metrics;
  }

  Job job() {
    return job;
  }

  AttemptLog log() {
    return log;
  }

  AttemptMetrics metrics() {
    return metrics;
  }

  /** Makes the calling thread the one that is interrupted; false when it must not start. */
  synchronized boolean begin() {
    if (phase != Phase.WAITING) {
      return false;
    }
    phase = Phase.RUNNING;
    thread = Thread.currentThread();
    return true;
  }

  synchronized boolean isWaiting() {
    return phase == Phase.WAITING;
  }

  /** Gives up at once when somebody wants that. */
  synchronized void checkNotStopped() throws InterruptedException {
    if (stop != null) {
      throw new InterruptedException();
    }
  }

  /**
   * The task is about to wait.
   *
   * @throws InterruptedException when the worker closes before that is over
   */
  synchronized void beginWait(Instant until) throws InterruptedException {
    checkNotStopped();
    if (until.isAfter(latestWait)) {
      stop = new StopReason.ShutDown();
      throw new InterruptedException();
    }
    waitsUntil = until;
  }

  synchronized void endWait() {
    waitsUntil = Instant.MIN;
  }

  /**
   * The worker closes: from now on the task cannot wait for longer than that.
   *
   * @return whether it does so already
   */
  synchronized boolean limitWaits(Instant latest) {
    latestWait = latest;
    return waitsUntil.isAfter(latest);
  }

  /** Takes back an attempt that has not started; false when it has. */
  synchronized boolean withdraw() {
    boolean waits = phase == Phase.WAITING;
    if (waits) {
      phase = Phase.ENDED;
    }
    return waits;
  }

  /** Tells the attempt to give up; the first reason counts. */
  synchronized Stopped stop(StopReason reason) {
    if (phase == Phase.WAITING) {
      phase = Phase.ENDED;
      return Stopped.BEFORE_ITS_START;
    }
    if (phase != Phase.RUNNING || stop != null || thread == null) {
      return Stopped.TOO_LATE;
    }
    stop = reason;
    thread.interrupt();
    return Stopped.INTERRUPTED;
  }

  /**
   * Says that the task is done. No interrupt comes after it, so that the report is not disturbed.
   *
   * @return false when the attempt has been abandoned: somebody else reports it
   */
  synchronized boolean taskReturned() {
    if (phase != Phase.RUNNING) {
      return false;
    }
    phase = Phase.ENDED;
    Thread.interrupted();
    return true;
  }

  /** Why it was told to give up; null when it was not. Does not change once the task is done. */
  synchronized @Nullable StopReason stopReason() {
    return stop;
  }

  /** Stops waiting for a task that ignores its interrupt; false when it is done after all. */
  synchronized boolean abandon() {
    boolean ignored = phase == Phase.RUNNING;
    phase = Phase.ENDED;
    return ignored;
  }

  /** What became of a wish to stop an attempt. */
  enum Stopped {
    BEFORE_ITS_START,
    INTERRUPTED,
    TOO_LATE
  }

  private enum Phase {
    WAITING,
    RUNNING,
    ENDED
  }
}
