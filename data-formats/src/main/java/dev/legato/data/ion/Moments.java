package dev.legato.data.ion;

import com.amazon.ion.Timestamp;
import dev.legato.data.RowBudget;
import dev.legato.data.RowException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import org.jspecify.annotations.Nullable;

/**
 * Dates and times in Ion. An instant is a timestamp in UTC, a date a timestamp without a time; what
 * Ion has no type for is a text with the name of its Java class before it.
 */
final class Moments {
  private static final int NANO_DIGITS = 9;

  private Moments() {}

  /** An Instant; a ZonedDateTime where another offset than UTC is given. */
  static Object of(Timestamp value, RowBudget budget) throws RowException {
    Integer offset = value.getLocalOffset();
    ZoneOffset zone = ZoneOffset.ofTotalSeconds(60 * (offset == null ? 0 : offset));
    LocalDateTime local =
        LocalDateTime.of(
            value.getYear(),
            value.getMonth(),
            value.getDay(),
            value.getHour(),
            value.getMinute(),
            value.getSecond(),
            nanos(fraction(value), budget));
    return zone.equals(ZoneOffset.UTC)
        ? local.toInstant(ZoneOffset.UTC)
        : ZonedDateTime.of(local, zone);
  }

  @SuppressWarnings("deprecation") // what is recommended writes out all digits
  private static @Nullable BigDecimal fraction(Timestamp value) {
    return value.getZFractionalSecond();
  }

  private static int nanos(@Nullable BigDecimal fraction, RowBudget budget) throws RowException {
    if (fraction == null) {
      return 0;
    }
    budget.digits(fraction.scale()); // it may claim billions of them
    return fraction.setScale(NANO_DIGITS, RoundingMode.DOWN).unscaledValue().intValue();
  }

  /** The value of a text with an annotation; the text itself when the annotation says nothing. */
  static Object annotated(String annotation, String text, RowBudget budget) throws RowException {
    try {
      return switch (annotation) {
        case "Instant" -> Instant.parse(text);
        case "LocalDate" -> LocalDate.parse(text);
        case "LocalTime" -> LocalTime.parse(text);
        case "LocalDateTime" -> LocalDateTime.parse(text);
        case "OffsetDateTime" -> OffsetDateTime.parse(text);
        case "OffsetTime" -> OffsetTime.parse(text);
        case "ZonedDateTime" -> ZonedDateTime.parse(text);
        case "ZoneId" -> ZoneId.of(text).getId();
        default -> text;
      };
    } catch (DateTimeException e) {
      String shown = text.length() > 60 ? text.substring(0, 60) + "…" : text;
      throw budget.fail(e, "has '%s', which is no %s.".formatted(shown, annotation));
    }
  }

  /** A timestamp as it is written in text, when it is one in UTC; null for any other. */
  static @Nullable Instant instant(String text) {
    if (!text.endsWith("Z") || text.length() < "2023-01-02T03:04Z".length()) {
      return null;
    }
    try {
      return Instant.parse(text);
    } catch (DateTimeException _) {
      return null;
    }
  }
}
