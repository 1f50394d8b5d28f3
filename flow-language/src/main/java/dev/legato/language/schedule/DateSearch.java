package dev.legato.language.schedule;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Looks for the nearest date of a table on which conditions hold, over at most 10 years. Conditions
 * may be costly and false on millions of dates, so a search can be done in portions.
 */
public final class DateSearch {
  private final Timetable timetable;
  private final boolean forward;
  private final Instant reached;
  private final Instant end;

  private DateSearch(Timetable timetable, boolean forward, Instant reached, Instant end) {
    this.timetable = timetable;
    this.forward = forward;
    this.reached = reached;
    this.end = end;
  }

  /** How a search, or a portion of it, ended. */
  public sealed interface Outcome {
    /** Conditions hold on this date, and on none between it and where the search began. */
    record Found(Instant date) implements Outcome {}

    /** There is no such date within 10 years. */
    record Nothing() implements Outcome {}

    /** So many dates were tried as were allowed; the rest goes on from there. */
    record Unfinished(DateSearch rest) implements Outcome {}
  }

  /** For the first date after the instant. */
  public static DateSearch after(Timetable timetable, Instant instant) {
    return new DateSearch(timetable, true, instant, instant.plus(Cron.HORIZON));
  }

  /** For the last date before the instant. */
  public static DateSearch before(Timetable timetable, Instant instant) {
    return new DateSearch(timetable, false, instant, instant.minus(Cron.HORIZON));
  }

  /**
   * Tries dates in order.
   *
   * @param holds whether the conditions hold on a date; what it throws is passed on
   * @param atMost how many dates are tried, at least one
   */
  public Outcome run(Predicate<? super Instant> holds, int atMost) {
    Instant position = reached;
    for (int tried = 0; tried < atMost; tried++) {
      Optional<Instant> date = step(position);
      if (date.isEmpty()) {
        return new Outcome.Nothing();
      }
      position = date.get();
      if (holds.test(position)) {
        return new Outcome.Found(position);
      }
    }
    return new Outcome.Unfinished(new DateSearch(timetable, forward, position, end));
  }

  private Optional<Instant> step(Instant position) {
    return forward
        ? timetable.next(position).filter(date -> !date.isAfter(end))
        : timetable.previous(position).filter(date -> !date.isBefore(end));
  }
}
