package dev.legato.engine;

import dev.legato.model.flow.Condition.DayWeekInMonth.Place;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAdjusters;
import org.jspecify.annotations.Nullable;

/** The date that a condition asks about. */
record AskedDate(ZonedDateTime at) {
  /** A date with or without a time; UTC when it names no zone. */
  static AskedDate parse(String text) throws EvaluationFailure {
    String stripped = text.strip();
    try {
      if (!stripped.contains("T")) {
        return new AskedDate(LocalDate.parse(stripped).atStartOfDay(ZoneOffset.UTC));
      }
      var parsed =
          DateTimeFormatter.ISO_DATE_TIME.parseBest(
              stripped, ZonedDateTime::from, LocalDateTime::from);
      return new AskedDate(
          parsed instanceof ZonedDateTime zoned
              ? zoned
              : LocalDateTime.from(parsed).atZone(ZoneOffset.UTC));
    } catch (DateTimeException e) {
      throw new EvaluationFailure(
          "The date of a condition must be one such as 2026-01-31 or 2026-01-31T12:00:00Z, but is '%s'."
              .formatted(stripped),
          e);
    }
  }

  LocalDate day() {
    return at.toLocalDate();
  }

  boolean isBetween(@Nullable ZonedDateTime after, @Nullable ZonedDateTime before)
      throws EvaluationFailure {
    requireOne(after, before);
    return (after == null || at.isAfter(after)) && (before == null || at.isBefore(before));
  }

  boolean isBetween(@Nullable OffsetTime after, @Nullable OffsetTime before)
      throws EvaluationFailure {
    requireOne(after, before);
    OffsetTime time = at.toOffsetDateTime().toOffsetTime();
    return (after == null || time.isAfter(after)) && (before == null || time.isBefore(before));
  }

  private static void requireOne(@Nullable Object after, @Nullable Object before)
      throws EvaluationFailure {
    if (after == null && before == null) {
      throw new EvaluationFailure("A condition has neither 'after' nor 'before'.");
    }
  }

  boolean isWeekend() {
    DayOfWeek day = day().getDayOfWeek();
    return day == DayOfWeek.SATURDAY || day == DayOfWeek.SUNDAY;
  }

  boolean isIn(DayOfWeek day, Place place) {
    LocalDate found =
        switch (place) {
          case FIRST -> day().with(TemporalAdjusters.dayOfWeekInMonth(1, day));
          case SECOND -> day().with(TemporalAdjusters.dayOfWeekInMonth(2, day));
          case THIRD -> day().with(TemporalAdjusters.dayOfWeekInMonth(3, day));
          case FOURTH -> day().with(TemporalAdjusters.dayOfWeekInMonth(4, day));
          case LAST -> day().with(TemporalAdjusters.lastInMonth(day));
        };
    return day().equals(found);
  }
}
