package dev.legato.testkit.simulation;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.PriorityQueue;

/**
 * What happens next, in virtual time; equal instants in the order in which they were planned. It is
 * the clock of the simulated world, too: that one may be set, virtual time only moves on.
 */
final class Agenda implements InstantSource {
  private static final Instant BEGIN = Instant.parse("2026-03-01T00:00:00Z");

  private final PriorityQueue<Entry> entries =
      new PriorityQueue<>(Comparator.comparingLong(Entry::at).thenComparingLong(Entry::order));
  private long now;
  private long clockOffset;
  private long order;

  private record Entry(long at, long order, Runnable action) {}

  /** Plans something; delays are in microseconds. */
  void in(long micros, Runnable action) {
    entries.add(new Entry(now + Math.max(0, micros), order++, action));
  }

  /**
   * Moves on to what is planned next and does it.
   *
   * @return false when nothing is planned
   */
  boolean step() {
    Entry next = entries.poll();
    if (next == null) {
      return false;
    }
    now = next.at();
    next.action().run();
    return true;
  }

  /** Whether nothing is planned. */
  boolean isEmpty() {
    return entries.isEmpty();
  }

  /** Microseconds since the simulation began. */
  long now() {
    return now;
  }

  /** What the clock on the wall shows. */
  @Override
  public Instant instant() {
    return BEGIN.plus(now + clockOffset, ChronoUnit.MICROS);
  }

  /** Somebody sets the clock on the wall. */
  void stepClock(Duration step) {
    clockOffset += step.toNanos() / 1_000;
  }
}
