package dev.legato.language.expression.runtime;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The rules of JSON values in expressions: names of types, truth, equality, order. */
public final class Values {
  /** Deepest nesting of a value that is compared, printed or converted. */
  public static final int MAX_DEPTH = 500;

  private static final int SHORTEST_OFFSET_DATE_TIME = "2024-01-31T10:00Z".length();

  private Values() {}

  /** The word a user knows for the type of a value. */
  public static String typeName(@Nullable Object value) {
    return switch (value) {
      case null -> "null";
      case Boolean _ -> "a boolean";
      case Number _ -> "a number";
      case String _ -> "text";
      case List<?> _ -> "a list";
      case Map<?, ?> _ -> "a map";
      default -> "a value that is not JSON";
    };
  }

  /**
   * Truth inside a template ({@code if}, {@code and}, {@code ? :}): null, 0 and empty are false.
   */
  public static boolean isTrue(@Nullable Object value) {
    return switch (value) {
      case null -> false;
      case Boolean flag -> flag;
      case Number number -> number.doubleValue() != 0.0 && !Double.isNaN(number.doubleValue());
      case String text -> !text.isEmpty();
      case List<?> list -> !list.isEmpty();
      case Map<?, ?> map -> !map.isEmpty();
      default -> true;
    };
  }

  /** Null, blank text, an empty list or an empty map. */
  public static boolean isEmpty(@Nullable Object value) {
    return switch (value) {
      case null -> true;
      case String text -> text.isBlank();
      case List<?> list -> list.isEmpty();
      case Map<?, ?> map -> map.isEmpty();
      default -> false;
    };
  }

  /** Numbers by value, date-times with offset by instant, everything else by content. */
  public static boolean areEqual(@Nullable Object left, @Nullable Object right, Budget budget) {
    return areEqual(left, right, budget, 0);
  }

  @SuppressWarnings("ReferenceEquality")
  private static boolean areEqual(
      @Nullable Object left, @Nullable Object right, Budget budget, int depth) {
    if (left == right) {
      return true;
    }
    if (left == null || right == null) {
      return false;
    }
    budget.tick();
    checkDepth(depth);
    return switch (left) {
      case Number one when right instanceof Number other -> Numbers.compare(one, other) == 0;
      case String one when right instanceof String other ->
          one.equals(other) || sameInstant(one, other);
      case List<?> one when right instanceof List<?> other -> sameItems(one, other, budget, depth);
      case Map<?, ?> one when right instanceof Map<?, ?> other ->
          sameEntries(one, other, budget, depth);
      default -> left.equals(right);
    };
  }

  private static boolean sameItems(List<?> left, List<?> right, Budget budget, int depth) {
    if (left.size() != right.size()) {
      return false;
    }
    var others = right.iterator();
    for (Object item : left) {
      budget.step();
      if (!areEqual(item, others.next(), budget, depth + 1)) {
        return false;
      }
    }
    return true;
  }

  private static boolean sameEntries(Map<?, ?> left, Map<?, ?> right, Budget budget, int depth) {
    if (left.size() != right.size()) {
      return false;
    }
    for (Map.Entry<?, ?> entry : left.entrySet()) {
      budget.step();
      if (!right.containsKey(entry.getKey())
          || !areEqual(entry.getValue(), right.get(entry.getKey()), budget, depth + 1)) {
        return false;
      }
    }
    return true;
  }

  /** Order of two numbers or two date-times with offset. */
  public static int compare(Object left, Object right) {
    if (left instanceof Number one && right instanceof Number other) {
      return Numbers.compare(one, other);
    }
    if (left instanceof String one && right instanceof String other) {
      OffsetDateTime first = dateTime(one);
      OffsetDateTime second = dateTime(other);
      if (first != null && second != null) {
        return first.toInstant().compareTo(second.toInstant());
      }
    }
    throw Failure.evaluation(
        "%s and %s have no order: compare numbers or date-times with an offset"
            .formatted(typeName(left), typeName(right)));
  }

  private static boolean sameInstant(String left, String right) {
    OffsetDateTime first = dateTime(left);
    OffsetDateTime second = first == null ? null : dateTime(right);
    return first != null && second != null && first.isEqual(second);
  }

  private static @Nullable OffsetDateTime dateTime(String text) {
    if (text.length() < SHORTEST_OFFSET_DATE_TIME || text.length() > 40 || text.charAt(10) != 'T') {
      return null;
    }
    try {
      return OffsetDateTime.parse(text);
    } catch (DateTimeParseException e) {
      return null;
    }
  }

  /** Whether an equal element is among the items. */
  public static boolean contains(Collection<?> items, @Nullable Object element, Budget budget) {
    for (Object item : items) {
      budget.step();
      if (areEqual(item, element, budget)) {
        return true;
      }
    }
    return false;
  }

  /** Refuses values that are nested too deeply to walk. */
  public static void checkDepth(int depth) {
    if (depth > MAX_DEPTH) {
      throw Failure.limit("a value is nested more than %d levels deep".formatted(MAX_DEPTH));
    }
  }

  /** Refuses numbers so long that printing or multiplying them would be an attack. */
  public static Number checked(Number number) {
    boolean huge =
        switch (number) {
          case BigInteger big -> big.bitLength() > Numbers.MAX_BITS;
          case BigDecimal big ->
              big.precision() > Numbers.MAX_DIGITS
                  || Math.abs((long) big.scale()) > Numbers.MAX_DIGITS;
          default -> false;
        };
    if (huge) {
      throw Failure.limit("a number has more than %,d digits".formatted(Numbers.MAX_DIGITS));
    }
    return number;
  }
}
