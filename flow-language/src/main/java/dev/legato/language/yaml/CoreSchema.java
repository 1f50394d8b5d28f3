package dev.legato.language.yaml;

import java.math.BigInteger;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a plain scalar means: YAML 1.2's core schema where no particular type is wanted, and the
 * wider YAML 1.1 spellings where a boolean or an integer is.
 *
 * <p>Where no type is wanted, what would lose information stays a text: a number with leading
 * zeros, {@code .inf} and {@code .nan}.
 */
final class CoreSchema {
  private static final Set<String> NULLS = Set.of("", "~", "null", "Null", "NULL");
  private static final Set<String> TRUES = Set.of("true", "True", "TRUE");
  private static final Set<String> FALSES = Set.of("false", "False", "FALSE");
  private static final Set<String> WIDER_TRUES = Set.of("true", "yes", "on", "y");
  private static final Set<String> WIDER_FALSES = Set.of("false", "no", "off", "n");

  private static final Pattern INTEGER = Pattern.compile("[-+]?(0|[1-9][0-9]*)");
  private static final Pattern WIDER_INTEGER = Pattern.compile("[-+]?[0-9][0-9_]*");
  private static final Pattern OCTAL = Pattern.compile("0o[0-7]+");
  private static final Pattern HEXADECIMAL = Pattern.compile("0x[0-9a-fA-F]+");
  private static final Pattern FLOAT =
      Pattern.compile("[-+]?(\\.[0-9]+|(0|[1-9][0-9]*)(\\.[0-9]*)?)([eE][-+]?[0-9]+)?");

  private CoreSchema() {}

  static boolean isNull(String plain) {
    return NULLS.contains(plain);
  }

  /**
   * The JSON value of a plain scalar.
   *
   * @param maxDigits how long a number may be
   * @throws ArithmeticException when it is a number that is too large or too long
   */
  static @Nullable Object value(String plain, int maxDigits) {
    if (isNull(plain)) {
      return null;
    }
    if (TRUES.contains(plain)) {
      return true;
    }
    if (FALSES.contains(plain)) {
      return false;
    }
    if (!mayBeNumber(plain)) {
      return plain;
    }
    Optional<BigInteger> integer = integer(plain, maxDigits, false);
    if (integer.isPresent()) {
      return narrowest(integer.get());
    }
    return FLOAT.matcher(plain).matches() ? finite(plain) : plain;
  }

  /** The boolean meant where one is wanted. */
  static Optional<Boolean> flag(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    if (WIDER_TRUES.contains(lower)) {
      return Optional.of(true);
    }
    return WIDER_FALSES.contains(lower) ? Optional.of(false) : Optional.empty();
  }

  /**
   * The integer meant where one is wanted: {@code 1_000} and {@code 0777} (decimal) too.
   *
   * @throws ArithmeticException when it is too long
   */
  static Optional<BigInteger> integer(String text, int maxDigits) {
    return integer(text, maxDigits, true);
  }

  private static Optional<BigInteger> integer(String text, int maxDigits, boolean wider) {
    Pattern decimal = wider ? WIDER_INTEGER : INTEGER;
    int base = base(text, decimal);
    if (base == 0) {
      return Optional.empty();
    }
    if (text.length() > maxDigits) {
      throw new ArithmeticException("has more than %d digits".formatted(maxDigits));
    }
    String digits = base == 10 ? text.replace("_", "") : text.substring(2);
    return Optional.of(new BigInteger(digits, base));
  }

  private static int base(String text, Pattern decimal) {
    if (decimal.matcher(text).matches()) {
      return 10;
    }
    if (OCTAL.matcher(text).matches()) {
      return 8;
    }
    return HEXADECIMAL.matcher(text).matches() ? 16 : 0;
  }

  private static boolean mayBeNumber(String plain) {
    char first = plain.charAt(0);
    return (first >= '0' && first <= '9') || first == '-' || first == '+' || first == '.';
  }

  static Number narrowest(BigInteger integer) {
    if (integer.bitLength() < Integer.SIZE) {
      return integer.intValue();
    }
    return integer.bitLength() < Long.SIZE ? (Number) integer.longValue() : integer;
  }

  private static Double finite(String plain) {
    double value = Double.parseDouble(plain);
    if (Double.isInfinite(value)) {
      throw new ArithmeticException("is too large");
    }
    return value;
  }
}
