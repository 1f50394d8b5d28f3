package dev.legato.language.schedule;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;

/** In which time several executions belong together, so that they start a flow. */
public sealed interface TimeWindow {
  /** What is between the last instant of a window and the first of the next. */
  Duration RESOLUTION = Duration.ofMillis(1);

  /**
   * From an instant to another, both included.
   *
   * @param start tells this window from others of the same trigger
   */
  record Window(Instant start, Instant end) {
    /** Whether the window is open at the instant. */
    public boolean contains(Instant instant) {
      return !instant.isBefore(start) && !instant.isAfter(end);
    }
  }

  /** The window that is open at the instant, or else the first that opens after it. */
  Window atOrNext(Instant instant);

  /** The window that is open at the instant; empty between windows of a part of the day. */
  default Optional<Window> at(Instant instant) {
    return Optional.of(atOrNext(instant)).filter(window -> window.contains(instant));
  }

  /**
   * The {@code timeWindow} of {@code preconditions} and of a MultipleCondition. The older {@code
   * window} and {@code windowAdvance} of a MultipleCondition itself are read in the same way.
   *
   * @param properties as written; empty means whole days
   * @param zone in which days begin and times without an offset are meant
   * @throws IllegalArgumentException naming a property that cannot be read
   */
  static TimeWindow ofPreconditions(Map<String, ?> properties, ZoneId zone) {
    return new WindowProperties(properties, zone).ofPreconditions();
  }

  /**
   * The {@code window} beside {@code dependsOn}.
   *
   * @param properties as written; empty means whole days
   * @param zone in which times are meant, unless there is a {@code timezone}
   * @throws IllegalArgumentException naming a property that cannot be read
   */
  static TimeWindow ofDependencies(Map<String, ?> properties, ZoneId zone) {
    return new WindowProperties(properties, zone).ofDependencies();
  }

  /**
   * Windows that follow the clock: one of a day or more begins at midnight, one of an hour or more
   * at the full hour, one of minutes at a minute that is a multiple of its length, so with seconds.
   * All are moved by the shift. The window always contains the instant that was asked for. Days
   * have 23 or 25 hours when clocks are changed.
   *
   * @param length more than zero
   * @param shift may be negative
   */
  record Aligned(Duration length, Duration shift, ZoneId zone) implements TimeWindow {
    public Aligned {
      requireLength(length);
    }

    @Override
    public Window atOrNext(Instant instant) {
      if (length.toDays() > 0) {
        LocalDateTime start =
            LocalDateTime.ofInstant(instant, zone)
                .minus(shift)
                .truncatedTo(ChronoUnit.DAYS)
                .plus(shift);
        Window window = fromMidnight(start);
        return window.contains(instant) ? window : fromMidnight(start.plusDays(1));
      }
      ZonedDateTime start = aligned(instant.minus(shift).atZone(zone)).plus(shift);
      return new Window(start.toInstant(), start.plus(length).minus(RESOLUTION).toInstant());
    }

    private Window fromMidnight(LocalDateTime start) {
      return new Window(
          WallTime.instant(start, zone),
          WallTime.instant(start.plus(length), zone).minus(RESOLUTION));
    }

    private ZonedDateTime aligned(ZonedDateTime time) {
      if (length.toHours() > 0) {
        return time.truncatedTo(ChronoUnit.HOURS);
      }
      int minutes = (int) length.toMinutes();
      if (minutes > 0) {
        return time.truncatedTo(ChronoUnit.MINUTES).minusMinutes(time.getMinute() % minutes);
      }
      int seconds = Math.max(1, (int) length.toSeconds());
      return time.truncatedTo(ChronoUnit.SECONDS).minusSeconds(time.getSecond() % seconds);
    }
  }

  /**
   * A window that opens when a first condition comes true, and is kept until it ends.
   *
   * @param length more than zero
   */
  record Sliding(Duration length) implements TimeWindow {
    public Sliding {
      requireLength(length);
    }

    @Override
    public Window atOrNext(Instant instant) {
      return new Window(instant, instant.plus(length).minus(RESOLUTION));
    }
  }

  /**
   * The time up to now. It has no beginning of its own: what came true before {@link Window#start}
   * no longer counts.
   *
   * @param length more than zero
   */
  record Lookback(Duration length) implements TimeWindow {
    public Lookback {
      requireLength(length);
    }

    @Override
    public Window atOrNext(Instant instant) {
      return new Window(instant.minus(length), instant);
    }
  }

  /**
   * A part of every day. One that ends before it starts goes over midnight.
   *
   * @param start the day of a window is the one on which it starts
   * @param end still belongs to the window
   */
  record Daily(DayTime start, DayTime end) implements TimeWindow {
    /** A time of day in the zone in which it is meant. */
    public record DayTime(LocalTime time, ZoneId zone) {
      Instant on(LocalDate day) {
        return WallTime.instant(day.atTime(time), zone);
      }
    }

    /** From midnight to the deadline. */
    static Daily until(DayTime deadline) {
      return new Daily(new DayTime(LocalTime.MIDNIGHT, deadline.zone()), deadline);
    }

    @Override
    public Window atOrNext(Instant instant) {
      LocalDate day = LocalDate.ofInstant(instant, start.zone()).minusDays(1);
      Window window = on(day);
      while (window.end().isBefore(instant)) {
        day = day.plusDays(1);
        window = on(day);
      }
      return window;
    }

    private Window on(LocalDate day) {
      Instant opens = start.on(day);
      boolean sameZone = start.zone().equals(end.zone());
      LocalDate endDay = sameZone ? day : LocalDate.ofInstant(opens, end.zone());
      boolean later = sameZone ? end.time().isAfter(start.time()) : end.on(endDay).isAfter(opens);
      return new Window(opens, end.on(later ? endDay : endDay.plusDays(1)));
    }
  }

  private static void requireLength(Duration length) {
    if (!length.isPositive()) {
      throw new IllegalArgumentException(
          "A window must be longer than zero, but is %s.".formatted(length));
    }
  }
}
