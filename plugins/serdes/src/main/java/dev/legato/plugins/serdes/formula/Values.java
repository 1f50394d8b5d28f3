package dev.legato.plugins.serdes.formula;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.Temporal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What values mean: as numbers, as moments, as texts, and next to each other. */
public final class Values {
  private static final int SCALE = 10;
  private static final int LONGEST_NUMBER = 1_000;

  private Values() {}

  /** A value as a number; texts that are one count. */
  public static BigDecimal decimal(Object value) throws FormulaException {
    return switch (value) {
      case BigDecimal number -> number;
      case BigInteger number -> new BigDecimal(number);
      case Integer number -> BigDecimal.valueOf(number);
      case Long number -> BigDecimal.valueOf(number);
      case Double number when Double.isFinite(number) -> BigDecimal.valueOf(number);
      case String text when text.length() <= LONGEST_NUMBER -> parsed(text);
      default -> throw unfit(value, "a number");
    };
  }

  private static BigDecimal parsed(String text) throws FormulaException {
    try {
      BigDecimal number = new BigDecimal(text.strip());
      if (Math.abs((long) number.scale()) <= LONGEST_NUMBER) {
        return number; // 1e999999999 would fill the memory
      }
    } catch (NumberFormatException _) {
      // said below
    }
    throw unfit(text, "a number");
  }

  /** Says that a value is not what it should be. */
  public static FormulaException unfit(Object value, String wanted) {
    String shown = String.valueOf(value);
    return new FormulaException(
        "'%s' is not %s"
            .formatted(shown.length() > 100 ? shown.substring(0, 100) + "…" : shown, wanted));
  }

  static BigDecimal divided(BigDecimal dividend, BigDecimal divisor) {
    return dividend.divide(divisor, SCALE, RoundingMode.HALF_UP);
  }

  /** The moment that a value is, if it is one. */
  static @Nullable Instant moment(@Nullable Object value) {
    return switch (value) {
      case Instant instant -> instant;
      case OffsetDateTime time -> time.toInstant();
      case ZonedDateTime time -> time.toInstant();
      case LocalDateTime time -> time.toInstant(ZoneOffset.UTC);
      case LocalDate date -> date.atStartOfDay(ZoneOffset.UTC).toInstant();
      case null, default -> null;
    };
  }

  /** Texts by their letters, moments by time, all else as numbers. */
  static int compare(Object left, Object right) throws FormulaException {
    if (left instanceof String a && right instanceof String b) {
      return a.compareTo(b);
    }
    Instant a = moment(left);
    Instant b = moment(right);
    return a != null && b != null ? a.compareTo(b) : decimal(left).compareTo(decimal(right));
  }

  static boolean areEqual(@Nullable Object left, @Nullable Object right) {
    if (left == null || right == null || left.getClass() == right.getClass()) {
      return (left instanceof BigDecimal a && right instanceof BigDecimal b)
          ? a.compareTo(b) == 0
          : Objects.equals(left, right);
    }
    if (left instanceof Boolean || right instanceof Boolean) {
      return text(left).equals(text(right));
    }
    try {
      return compare(left, right) == 0;
    } catch (FormulaException _) {
      return false; // of different kinds
    }
  }

  /** A value as a whole number of whatever size. */
  public static Number integer(Object value) throws FormulaException {
    return Functions.integer(value);
  }

  /** A value as truth; the texts true and false count. */
  public static Boolean truth(Object value) throws FormulaException {
    return Functions.truth(value);
  }

  /** A value as a moment; texts in ISO form count. */
  public static Instant timestamp(Object value) throws FormulaException {
    return Functions.moment(value);
  }

  /** A value as people write it. */
  public static String text(Object value) {
    return switch (value) {
      case BigDecimal number -> number.toPlainString();
      case Double number when number == Math.rint(number) && Math.abs(number) < 1e15 ->
          String.valueOf(number.longValue());
      default -> String.valueOf(value);
    };
  }

  /** A value in which moments are texts, for outputs. */
  public static @Nullable Object shown(@Nullable Object value) {
    return switch (value) {
      case Map<?, ?> map -> {
        var shown = new LinkedHashMap<String, @Nullable Object>();
        map.forEach((key, each) -> shown.put(String.valueOf(key), shown(each)));
        yield shown;
      }
      case List<?> list -> {
        var shown = new ArrayList<@Nullable Object>();
        list.forEach(each -> shown.add(shown(each)));
        yield shown;
      }
      case Temporal time -> time.toString();
      case null, default -> value;
    };
  }
}
