package dev.legato.storage;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;

/** The pieces that a window of time is cut into, in UTC, so that a chart of it can be read. */
public enum Bucket {
  MINUTE,
  HOUR,
  DAY,
  WEEK,
  MONTH;

  /** Pieces that make neither too many nor too few of them. */
  public static Bucket of(Instant from, Instant to) {
    Duration window = Duration.between(from, to);
    if (window.compareTo(Duration.ofHours(6)) <= 0) {
      return MINUTE;
    }
    if (window.compareTo(Duration.ofDays(1)) <= 0) {
      return HOUR;
    }
    if (window.compareTo(Duration.ofDays(180)) <= 0) {
      return DAY;
    }
    return window.compareTo(Duration.ofDays(365)) <= 0 ? WEEK : MONTH;
  }

  /** The beginning of the piece that holds a moment. */
  public Instant begin(Instant moment) {
    ZonedDateTime at = moment.atZone(ZoneOffset.UTC);
    return switch (this) {
      case MINUTE -> moment.truncatedTo(ChronoUnit.MINUTES);
      case HOUR -> moment.truncatedTo(ChronoUnit.HOURS);
      case DAY -> moment.truncatedTo(ChronoUnit.DAYS);
      case WEEK ->
          at.truncatedTo(ChronoUnit.DAYS)
              .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
              .toInstant();
      case MONTH -> at.truncatedTo(ChronoUnit.DAYS).withDayOfMonth(1).toInstant();
    };
  }

  /** The beginning of the next piece. */
  public Instant next(Instant begin) {
    ZonedDateTime at = begin.atZone(ZoneOffset.UTC);
    return switch (this) {
      case MINUTE -> at.plusMinutes(1).toInstant();
      case HOUR -> at.plusHours(1).toInstant();
      case DAY -> at.plusDays(1).toInstant();
      case WEEK -> at.plusWeeks(1).toInstant();
      case MONTH -> at.plusMonths(1).toInstant();
    };
  }

  /** As clients know it. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
