package dev.legato.orchestrator.trigger;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.LongAdder;

/** What triggers have done since the start. Safe for use by many threads. */
public final class FiringFigures {
  private final LongAdder looks = new LongAdder();
  private final LongAdder fired = new LongAdder();
  private final LongAdder onDates = new LongAdder();
  private final LongAdder lateNanos = new LongAdder();
  private final LongAdder failures = new LongAdder();

  FiringFigures() {}

  void looked(int triggers) {
    looks.add(triggers);
  }

  void fired() {
    fired.increment();
  }

  /** An execution for a date of a schedule exists. */
  void firedFor(Instant date, Instant now) {
    onDates.increment();
    lateNanos.add(Math.max(0, Duration.between(date, now).toNanos()));
  }

  void failed() {
    failures.increment();
  }

  /** How often a trigger was looked at because its instant had come. */
  public long looks() {
    return looks.sum();
  }

  /** How many executions exist because a trigger that waits for no call has fired. */
  public long executions() {
    return fired.sum();
  }

  /** How many of them are for a date of a schedule. */
  public long onDates() {
    return onDates.sum();
  }

  /** How late those were on disk, all together; dates that are made up for count, too. */
  public Duration late() {
    return Duration.ofNanos(lateNanos.sum());
  }

  /** How often an execution could not be stored, and is tried again. */
  public long failures() {
    return failures.sum();
  }
}
