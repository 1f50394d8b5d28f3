package dev.legato.language.schedule;

import dev.legato.model.flow.DstGap;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

/**
 * A cron expression that has been read. Immutable.
 *
 * <p>When clocks are changed, an expression whose minute and hour do not begin with {@code *} is
 * meant as a time on the wall: a time that occurs twice fires the first time only, and one that a
 * gap of at most three hours leaves out fires when the gap ends, unless gaps are skipped. Any other
 * expression follows real time: {@code 0 * * * *} fires 23 or 25 times on such days.
 */
public final class Cron {
  /** How far dates are searched, forward and back. */
  static final Duration HORIZON = Duration.ofDays(3653);

  private static final Duration LONGEST_GAP = Duration.ofHours(3);
  private static final int DAY = 86_400;

  private final String text;
  private final CronTimes times;
  private final CronDays days;
  private final boolean wallClock;

  Cron(String text, CronTimes times, CronDays days, boolean wallClock) {
    this.text = text;
    this.times = times;
    this.days = days;
    this.wallClock = wallClock;
  }

  /**
   * Reads an expression.
   *
   * @param withSeconds whether the first of six fields are seconds
   * @throws IllegalArgumentException when {@link CronSyntax#problem} has something to say
   */
  public static Cron parse(String cron, boolean withSeconds) {
    try {
      return CronSyntax.read(cron, withSeconds);
    } catch (BadCronException e) {
      throw new IllegalArgumentException(
          "'%s' is not a cron expression: %s".formatted(cron, e.sentence()), e);
    }
  }

  /**
   * The first instant after the given one at which it fires; empty when none is within 10 years.
   */
  public Optional<Instant> next(Instant after, ZoneId zone, DstGap gap) {
    long from = after.getEpochSecond() + 1;
    long last = from + HORIZON.toSeconds();
    OffsetSpan span = OffsetSpan.containing(from, zone);
    long found = firstIn(span, from, gap);
    while (found >= span.end() && span.end() <= last) {
      from = span.end();
      span = OffsetSpan.containing(from, zone);
      found = firstIn(span, from, gap);
    }
    return found < span.end() && found <= last
        ? Optional.of(Instant.ofEpochSecond(found))
        : Optional.empty();
  }

  /**
   * The last instant before the given one at which it fires; empty when none is within 10 years.
   */
  public Optional<Instant> previous(Instant before, ZoneId zone, DstGap gap) {
    long to = before.minusNanos(1).getEpochSecond();
    long first = to - HORIZON.toSeconds();
    OffsetSpan span = OffsetSpan.containing(to, zone);
    long found = lastIn(span, to, gap);
    while (found < span.start() && span.start() > first) {
      to = span.start() - 1;
      span = OffsetSpan.containing(to, zone);
      found = lastIn(span, to, gap);
    }
    return found >= span.start() && found >= first
        ? Optional.of(Instant.ofEpochSecond(found))
        : Optional.empty();
  }

  /** From the given second on; a result that is not before the end of the span means none. */
  private long firstIn(OffsetSpan span, long from, DstGap gap) {
    if (from == span.start() && firesAtStart(span, gap)) {
      return from;
    }
    long local = Math.max(from + span.offset(), earliest(span));
    return localAtOrAfter(local) - span.offset();
  }

  /** Up to the given second; a result before the start of the span means none. */
  private long lastIn(OffsetSpan span, long to, DstGap gap) {
    long local = localAtOrBefore(to + span.offset());
    if (local >= earliest(span)) {
      return local - span.offset();
    }
    return firesAtStart(span, gap) ? span.start() : Long.MIN_VALUE;
  }

  /** The first local second of the span whose firing does not repeat one of the span before. */
  private long earliest(OffsetSpan span) {
    return wallClock ? Math.max(span.localStart(), span.localEndBefore()) : span.localStart();
  }

  /** Whether the gap before the span has left out something that is made up for at its end. */
  private boolean firesAtStart(OffsetSpan span, DstGap gap) {
    long length = span.localStart() - span.localEndBefore();
    return wallClock
        && gap == DstGap.FIRE
        && length > 0
        && length <= LONGEST_GAP.toSeconds()
        && localAtOrAfter(span.localEndBefore()) < span.localStart();
  }

  private long localAtOrAfter(long local) {
    long day = Math.floorDiv(local, DAY);
    long firing = days.atOrAfter(day);
    if (firing == day) {
      int time = times.atOrAfter(Math.floorMod(local, DAY));
      if (time != CronTimes.NONE) {
        return day * DAY + time;
      }
      firing = days.atOrAfter(day + 1);
    }
    return firing * DAY + times.first();
  }

  private long localAtOrBefore(long local) {
    long day = Math.floorDiv(local, DAY);
    long firing = days.atOrBefore(day);
    if (firing == day) {
      int time = times.atOrBefore(Math.floorMod(local, DAY));
      if (time != CronTimes.NONE) {
        return day * DAY + time;
      }
      firing = days.atOrBefore(day - 1);
    }
    return firing * DAY + times.last();
  }

  /** The text as it was written. */
  @Override
  public String toString() {
    return text;
  }
}
