package dev.legato.worker;

import java.time.Duration;

/**
 * What a worker allows.
 *
 * @param maxConcurrent how many attempts run at once; others wait
 * @param killGrace how long a task has to give up once it is interrupted; longer than what a
 *     program of a task gets, so that nothing of it is left when the attempt is reported
 * @param shutdownGrace how long running attempts have to end by themselves when the worker closes
 * @param maxLineBytes a longer log line becomes several
 * @param maxLogBytes an attempt's lines beyond it are left out
 * @param maxMetrics an attempt's figures beyond it are left out
 * @param maxOutputBytes an attempt with larger outputs fails
 */
public record WorkerConfig(
    int maxConcurrent,
    Duration killGrace,
    Duration shutdownGrace,
    int maxLineBytes,
    long maxLogBytes,
    int maxMetrics,
    long maxOutputBytes) {
  public static final WorkerConfig DEFAULTS =
      new WorkerConfig(
          5_000,
          Duration.ofSeconds(9),
          Duration.ofSeconds(30),
          10 << 10,
          100 << 20,
          1_000,
          1 << 20);

  /** The same with another time for attempts to end when the worker closes. */
  public WorkerConfig withShutdownGrace(Duration other) {
    return new WorkerConfig(
        maxConcurrent, killGrace, other, maxLineBytes, maxLogBytes, maxMetrics, maxOutputBytes);
  }

  public WorkerConfig {
    if (maxConcurrent < 1) {
      throw new IllegalArgumentException(
          "maxConcurrent must be at least 1, but is " + maxConcurrent);
    }
    if (maxLineBytes < Character.BYTES * 2) {
      throw new IllegalArgumentException(
          "maxLineBytes must have room for a character, but is " + maxLineBytes);
    }
  }
}
