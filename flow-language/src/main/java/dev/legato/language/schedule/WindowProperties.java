package dev.legato.language.schedule;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalTime;
import java.time.OffsetTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Windows as flows write them.
 *
 * @param zone in which times without an offset are meant
 */
record WindowProperties(Map<String, ?> properties, ZoneId zone) {
  private static final Duration DAY = Duration.ofDays(1);
  private static final int NANO_DIGITS = 9;

  TimeWindow ofPreconditions() {
    String type = properties.get("type") instanceof String text ? text : "DURATION_WINDOW";
    return switch (type.toUpperCase(Locale.ROOT)) {
      case "DURATION_WINDOW" ->
          new TimeWindow.Aligned(
              duration("window", DAY), duration("windowAdvance", Duration.ZERO), zone);
      case "SLIDING_WINDOW" -> new TimeWindow.Sliding(duration("window", DAY));
      case "DAILY_TIME_WINDOW" -> new TimeWindow.Daily(time("startTime"), time("endTime"));
      case "DAILY_TIME_DEADLINE" -> TimeWindow.Daily.until(time("deadline"));
      default -> throw new IllegalArgumentException("There is no window '%s'.".formatted(type));
    };
  }

  TimeWindow ofDependencies() {
    WindowProperties local =
        has("timezone")
            ? new WindowProperties(properties, read("timezone", ZoneId::of, "a time zone"))
            : this;
    if (has("deadline")) {
      return TimeWindow.Daily.until(local.time("deadline"));
    }
    if (has("from")) {
      return new TimeWindow.Daily(local.time("from"), local.time("to"));
    }
    return has("lookback")
        ? new TimeWindow.Lookback(duration("lookback", DAY))
        : new TimeWindow.Aligned(
            duration("every", DAY), duration("offset", Duration.ZERO), local.zone());
  }

  private boolean has(String name) {
    return properties.get(name) != null;
  }

  private Duration duration(String name, Duration absent) {
    return has(name) ? read(name, WindowProperties::duration, "a duration such as PT1H") : absent;
  }

  private static Duration duration(String text) {
    return Character.isDigit(text.charAt(text.length() - 1))
        ? Duration.ofNanos(new BigDecimal(text).movePointRight(NANO_DIGITS).longValueExact())
        : Duration.parse(text);
  }

  private TimeWindow.Daily.DayTime time(String name) {
    return read(name, this::dayTime, "a time of day such as 08:00:00 or 08:00:00+02:00");
  }

  private TimeWindow.Daily.DayTime dayTime(String text) {
    TemporalAccessor time =
        DateTimeFormatter.ISO_TIME.parseBest(text, OffsetTime::from, LocalTime::from);
    return time instanceof OffsetTime offset
        ? new TimeWindow.Daily.DayTime(offset.toLocalTime(), offset.getOffset())
        : new TimeWindow.Daily.DayTime(LocalTime.from(time), zone);
  }

  private <T> T read(String name, Function<String, T> reader, String expectation) {
    @Nullable Object value = properties.get(name);
    String text = value == null ? "" : value.toString().strip();
    try {
      if (!text.isEmpty()) {
        return reader.apply(text);
      }
    } catch (DateTimeException | ArithmeticException | NumberFormatException e) {
      throw unreadable(name, text, expectation, e);
    }
    throw unreadable(name, text, expectation, null);
  }

  private static IllegalArgumentException unreadable(
      String name, String text, String expectation, @Nullable Exception cause) {
    return new IllegalArgumentException(
        "Property '%s' of the window must be %s, but is '%s'.".formatted(name, expectation, text),
        cause);
  }
}
