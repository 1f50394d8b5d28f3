package dev.legato.model.flow;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** When a failed attempt is followed by another one. */
public sealed interface RetryPolicy {
  Limits limits();

  /**
   * How long to wait before the next attempt.
   *
   * @param attempts how many attempts have ended, at least 1
   * @param random a number from 0 (inclusive) to 1 (exclusive), used by {@link Random} only
   */
  Duration delayAfter(int attempts, double random);

  /**
   * When the next attempt starts; empty when the policy allows none.
   *
   * @param attempts how many attempts have ended, at least 1
   * @param firstStart when the first attempt started
   * @param lastEnd when the last attempt ended
   */
  default Optional<Instant> nextAttempt(
      int attempts, Instant firstStart, Instant lastEnd, double random) {
    Integer maxAttempts = limits().maxAttempts();
    if (maxAttempts != null && attempts >= maxAttempts) {
      return Optional.empty();
    }
    Instant next = lastEnd.plus(delayAfter(attempts, random));
    Duration maxDuration = limits().maxDuration();
    boolean tooLate = maxDuration != null && next.isAfter(firstStart.plus(maxDuration));
    return tooLate ? Optional.empty() : Optional.of(next);
  }

  /** What is tried again. */
  enum Behavior {
    RETRY_FAILED_TASK,
    CREATE_NEW_EXECUTION
  }

  /**
   * When to give up. With neither bound the policy never gives up.
   *
   * @param maxAttempts counts the first attempt too
   * @param warningOnRetry whether a success that needed a retry ends as a warning
   */
  record Limits(
      @Nullable Integer maxAttempts,
      @Nullable Duration maxDuration,
      boolean warningOnRetry,
      Behavior behavior) {}

  /** Always the same wait. */
  record Constant(Duration interval, Limits limits) implements RetryPolicy {
    @Override
    public Duration delayAfter(int attempts, double random) {
      return interval;
    }
  }

  /** Waits {@code interval × factor^(attempts − 1)}, never longer than {@code maxInterval}. */
  record Exponential(Duration interval, Duration maxInterval, double factor, Limits limits)
      implements RetryPolicy {
    @Override
    public Duration delayAfter(int attempts, double random) {
      double millis = interval.toMillis() * Math.pow(factor, attempts - 1.0);
      return millis >= maxInterval.toMillis() ? maxInterval : Duration.ofMillis((long) millis);
    }
  }

  /** Waits for a time drawn evenly from {@code minInterval} (inclusive) to {@code maxInterval}. */
  record Random(Duration minInterval, Duration maxInterval, Limits limits) implements RetryPolicy {
    @Override
    public Duration delayAfter(int attempts, double random) {
      long span = maxInterval.minus(minInterval).toMillis();
      return minInterval.plusMillis((long) (span * random));
    }
  }
}
