package dev.legato.plugin.type;

import dev.legato.plugin.type.ConversionException.Problem;
import dev.legato.plugin.type.PropertyType.Scalar;
import java.math.BigDecimal;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How JSON values become the simple types of Java. */
final class ScalarConversion {
  /** Numbers with more digits are not written out: an exponent of a few digits can ask for GiBs. */
  private static final int MOST_DIGITS = 400;

  private ScalarConversion() {}

  static Object convert(Scalar type, Object value) throws ConversionException {
    try {
      Object converted =
          switch (type) {
            case TEXT -> text(value);
            case BOOLEAN -> truth(value);
            case INTEGER -> integer(value);
            case LONG -> wholeNumber(value);
            case NUMBER -> number(value);
            case DURATION -> duration(value);
            case DATE_TIME -> instant(value);
            case URI -> uri(value);
            case ANY -> value;
          };
      if (converted != null) {
        return converted;
      }
    } catch (ArithmeticException | DateTimeException | IllegalArgumentException _) {
      // the value is of the right kind but not well formed; said below in our own words
    }
    throw mismatch(type, value);
  }

  /** Converts an element of a list or map; adds to the problems when it does not fit. */
  static @Nullable Object part(
      PropertyType type, @Nullable Object value, String path, List<Problem> problems) {
    if (value == null) {
      if (type != Scalar.ANY) {
        problems.add(new Problem(path, "must be " + type.expectation() + ", but is null"));
      }
      return null;
    }
    try {
      return type.convert(value);
    } catch (ConversionException e) {
      e.problems().forEach(problem -> problems.add(problem.under(path)));
      return null;
    }
  }

  static ConversionException mismatch(PropertyType type, Object value) {
    return new ConversionException(
        List.of(new Problem("", "must be " + type.expectation(), value)));
  }

  private static @Nullable String text(Object value) {
    return switch (value) {
      case String text -> text;
      case BigDecimal number when Math.abs(number.scale()) <= MOST_DIGITS -> number.toPlainString();
      case Number number -> number.toString();
      case Boolean truth -> truth.toString();
      case URI uri -> uri.toString();
      default -> null;
    };
  }

  private static @Nullable Boolean truth(Object value) {
    if (value instanceof String text) {
      return switch (text.strip().toLowerCase(Locale.ROOT)) {
        case "true" -> true;
        case "false" -> false;
        default -> null;
      };
    }
    return value instanceof Boolean truth ? truth : null;
  }

  private static @Nullable Integer integer(Object value) {
    BigDecimal number = decimal(value);
    return number == null ? null : (Integer) number.intValueExact();
  }

  private static @Nullable Long wholeNumber(Object value) {
    BigDecimal number = decimal(value);
    return number == null ? null : (Long) number.longValueExact();
  }

  private static @Nullable Double number(Object value) {
    BigDecimal number = decimal(value);
    return number == null ? null : (Double) number.doubleValue();
  }

  private static @Nullable Duration duration(Object value) {
    if (value instanceof Duration duration) {
      return duration;
    }
    if (value instanceof String text && isIsoDuration(text.strip())) {
      return Duration.parse(text.strip());
    }
    BigDecimal seconds = decimal(value);
    if (seconds == null || Math.abs(seconds.scale()) > MOST_DIGITS) {
      return null;
    }
    long nanos = seconds.remainder(BigDecimal.ONE).movePointRight(9).longValue();
    return Duration.ofSeconds(seconds.toBigInteger().longValueExact(), nanos);
  }

  private static boolean isIsoDuration(String text) {
    return text.regionMatches(
        true, text.startsWith("-") || text.startsWith("+") ? 1 : 0, "P", 0, 1);
  }

  private static @Nullable Instant instant(Object value) {
    return switch (value) {
      case Instant instant -> instant;
      case String text -> ZonedDateTime.parse(text.strip()).toInstant();
      default -> null;
    };
  }

  private static @Nullable URI uri(Object value) {
    return switch (value) {
      case URI uri -> uri;
      case String text -> URI.create(text.strip());
      default -> null;
    };
  }

  private static @Nullable BigDecimal decimal(Object value) {
    return switch (value) {
      case BigDecimal number -> number;
      case Number number -> new BigDecimal(number.toString());
      case String text when !text.isBlank() -> new BigDecimal(text.strip());
      default -> null;
    };
  }
}
