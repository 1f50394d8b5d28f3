package dev.legato.language.schedule;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.time.zone.ZoneOffsetTransition;

/** Dates and times as clocks on the wall show them. */
public final class WallTime {
  private WallTime() {}

  /**
   * The instant at which clocks show the time: the first one when they show it twice, the end of
   * the gap when they never show it.
   */
  public static Instant instant(LocalDateTime time, ZoneId zone) {
    ZoneOffsetTransition change = zone.getRules().getTransition(time);
    return change != null && change.isGap()
        ? change.getInstant()
        : ZonedDateTime.of(time, zone).withEarlierOffsetAtOverlap().toInstant();
  }

  /**
   * Reads a date with a time in ISO 8601.
   *
   * @param zone in which a date without an offset is meant
   * @throws IllegalArgumentException when the text is something else
   */
  public static Instant read(String text, ZoneId zone) {
    try {
      TemporalAccessor date =
          DateTimeFormatter.ISO_DATE_TIME.parseBest(
              text.strip(), ZonedDateTime::from, LocalDateTime::from);
      return date instanceof ZonedDateTime zoned
          ? zoned.toInstant()
          : instant(LocalDateTime.from(date), zone);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(
          "'%s' is not a date with a time, such as 2026-01-31T08:00:00Z.".formatted(text), e);
    }
  }
}
