package dev.legato.language.schedule;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a schedule does now. */
public sealed interface Turn {
  /** What is at least between two firings that catch up: at most 100 in a minute. */
  Duration PACE = Duration.ofMillis(600);

  /** Dates that are not later than this fire at once, whatever fired just before. */
  Duration UNPACED = Duration.ofSeconds(10);

  /** Dates that are left out because they are too late; what the user is told of. */
  Optional<LeftOut> leftOut();

  /**
   * The date fires now; the next one is {@code timetable.next(date)}.
   *
   * @param date not after now
   */
  record Fire(Instant date, Optional<LeftOut> leftOut) implements Turn {}

  /**
   * Nothing fires before {@code until}.
   *
   * @param date what fires next
   * @param until the date itself, or later when many late dates must not come at once
   */
  record Wait(Instant date, Instant until, Optional<LeftOut> leftOut) implements Turn {}

  /** There are no more dates. */
  record Over(Optional<LeftOut> leftOut) implements Turn {}

  /** All dates of a table from the first to the last, both included. */
  record LeftOut(Instant first, Instant last) {}

  /**
   * Decides for one trigger.
   *
   * @param due the stored next date
   * @param lastFiring when the trigger fired last, by the clock; null when it never did
   * @param lateMaximumDelay dates that are later than this are left out; null fires them all, as a
   *     backfill does
   */
  static Turn of(
      Timetable timetable,
      Instant due,
      Instant now,
      @Nullable Instant lastFiring,
      @Nullable Duration lateMaximumDelay) {
    Optional<Instant> planned = timetable.atOrAfter(due);
    Optional<Instant> date =
        lateMaximumDelay == null
            ? planned
            : planned
                .filter(first -> !first.isBefore(now.minus(lateMaximumDelay)))
                .or(() -> timetable.atOrAfter(latest(due, now.minus(lateMaximumDelay))));
    Optional<LeftOut> leftOut = leftOut(timetable, planned, date, now);
    if (date.isEmpty()) {
      return new Over(leftOut);
    }
    Instant next = date.get();
    Instant from = next.isAfter(now) ? next : paced(next, now, lastFiring);
    return from.isAfter(now) ? new Wait(next, from, leftOut) : new Fire(next, leftOut);
  }

  private static Optional<LeftOut> leftOut(
      Timetable timetable, Optional<Instant> planned, Optional<Instant> date, Instant now) {
    if (planned.isEmpty() || planned.equals(date)) {
      return Optional.empty();
    }
    return timetable.previous(date.orElse(now)).map(last -> new LeftOut(planned.get(), last));
  }

  /**
   * When a date that is due may fire: at once unless it is late and another has just fired. Never
   * longer from now than one pace, wherever clocks are put.
   *
   * @param lastFiring when the trigger fired last, by the clock; null when it never did
   */
  static Instant paced(Instant date, Instant now, @Nullable Instant lastFiring) {
    if (lastFiring == null || !date.isBefore(now.minus(UNPACED))) {
      return now;
    }
    Instant from = latest(now, lastFiring.plus(PACE));
    Instant longest = now.plus(PACE);
    return from.isAfter(longest) ? longest : from;
  }

  private static Instant latest(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }
}
