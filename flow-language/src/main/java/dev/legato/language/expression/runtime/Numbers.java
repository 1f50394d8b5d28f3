package dev.legato.language.expression.runtime;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * Arithmetic of the expression language: whole numbers stay whole and never overflow, a fraction
 * makes the result a Double, a BigDecimal makes it a BigDecimal. Text that holds a number counts.
 */
public final class Numbers {
  static final int MAX_DIGITS = 10_000;
  static final int MAX_BITS = 33_000;

  private Numbers() {}

  /** The four operations and the remainder. */
  public enum Operation {
    ADD("+"),
    SUBTRACT("-"),
    MULTIPLY("*"),
    DIVIDE("/"),
    REMAINDER("%");

    private final String symbol;

    Operation(String symbol) {
      this.symbol = symbol;
    }
  }

  /** Computes, or fails with the operator's sign in the message. */
  public static Number compute(Operation operation, @Nullable Object left, @Nullable Object right) {
    Number one = operand(operation, left);
    Number other = operand(operation, right);
    try {
      return Values.checked(compute(operation, one, other));
    } catch (ArithmeticException e) {
      throw Failure.evaluation("'%s' divides by zero".formatted(operation.symbol));
    }
  }

  private static Number compute(Operation operation, Number left, Number right) {
    if (left instanceof BigDecimal || right instanceof BigDecimal) {
      return decimal(operation, exact(left), exact(right));
    }
    if (isFraction(left) || isFraction(right)) {
      return fraction(operation, left.doubleValue(), right.doubleValue());
    }
    if (left instanceof BigInteger || right instanceof BigInteger) {
      return big(operation, whole(left), whole(right));
    }
    try {
      return small(operation, left.longValue(), right.longValue());
    } catch (ArithmeticException overflow) {
      return big(operation, whole(left), whole(right));
    }
  }

  private static long small(Operation operation, long left, long right) {
    return switch (operation) {
      case ADD -> Math.addExact(left, right);
      case SUBTRACT -> Math.subtractExact(left, right);
      case MULTIPLY -> Math.multiplyExact(left, right);
      case DIVIDE -> Math.divideExact(left, right);
      case REMAINDER -> left % right;
    };
  }

  private static Number big(Operation operation, BigInteger left, BigInteger right) {
    BigInteger result =
        switch (operation) {
          case ADD -> left.add(right);
          case SUBTRACT -> left.subtract(right);
          case MULTIPLY -> left.multiply(right);
          case DIVIDE -> left.divide(right);
          case REMAINDER -> left.remainder(right);
        };
    return result.bitLength() < Long.SIZE ? (Number) result.longValue() : result;
  }

  private static double fraction(Operation operation, double left, double right) {
    return switch (operation) {
      case ADD -> left + right;
      case SUBTRACT -> left - right;
      case MULTIPLY -> left * right;
      case DIVIDE -> left / right;
      case REMAINDER -> left % right;
    };
  }

  private static BigDecimal decimal(Operation operation, BigDecimal left, BigDecimal right) {
    return switch (operation) {
      case ADD -> left.add(right);
      case SUBTRACT -> left.subtract(right);
      case MULTIPLY -> left.multiply(right, MathContext.DECIMAL128);
      case DIVIDE -> left.divide(right, MathContext.DECIMAL128);
      case REMAINDER -> left.remainder(right, MathContext.DECIMAL128);
    };
  }

  private static Number operand(Operation operation, @Nullable Object value) {
    Number number =
        switch (value) {
          case Number given -> given;
          case String text -> parse(text);
          case null, default -> null;
        };
    if (number == null) {
      throw Failure.evaluation(
          "'%s' needs numbers, not %s".formatted(operation.symbol, Values.typeName(value)));
    }
    return Values.checked(number);
  }

  /**
   * The number a text holds: whole when it has neither point nor exponent; null when it has none.
   */
  public static @Nullable Number parse(String text) {
    String digits = text.strip();
    try {
      return digits.length() > MAX_DIGITS ? null : parseDigits(digits);
    } catch (NumberFormatException e) {
      return null;
    }
  }

  private static Number parseDigits(String digits) {
    if (digits.chars().anyMatch(c -> "0123456789+-.eE".indexOf(c) < 0)) {
      throw new NumberFormatException("Not a decimal number");
    }
    if (digits.chars().anyMatch(c -> c == '.' || c == 'e' || c == 'E')) {
      return Double.parseDouble(digits);
    }
    BigInteger whole = new BigInteger(digits);
    return whole.bitLength() < Long.SIZE ? (Number) whole.longValue() : whole;
  }

  /** Order by value, whatever the types; NaN is greater than everything, as in Java. */
  public static int compare(Number left, Number right) {
    boolean simple = isSmall(left) && isSmall(right);
    if (simple) {
      return Long.compare(left.longValue(), right.longValue());
    }
    if (!Double.isFinite(left.doubleValue()) || !Double.isFinite(right.doubleValue())) {
      return Double.compare(left.doubleValue(), right.doubleValue());
    }
    return exact(Values.checked(left)).compareTo(exact(Values.checked(right)));
  }

  /** The value without its sign. */
  public static Number absolute(Number number) {
    return compare(number, 0L) < 0 ? compute(Operation.SUBTRACT, 0L, number) : number;
  }

  /** Rounded towards zero, for places that need a whole number. */
  public static BigInteger whole(Number number) {
    return switch (number) {
      case BigInteger big -> big;
      case BigDecimal big -> big.setScale(0, RoundingMode.DOWN).toBigInteger();
      default -> BigInteger.valueOf(number.longValue());
    };
  }

  private static BigDecimal exact(Number number) {
    return switch (number) {
      case BigDecimal big -> big;
      case BigInteger big -> new BigDecimal(big);
      case Double fraction -> BigDecimal.valueOf(fraction);
      case Float fraction -> new BigDecimal(fraction.toString());
      default -> BigDecimal.valueOf(number.longValue());
    };
  }

  private static boolean isFraction(Number number) {
    return number instanceof Double || number instanceof Float;
  }

  private static boolean isSmall(Number number) {
    return number instanceof Long || number instanceof Integer || number instanceof Short;
  }
}
