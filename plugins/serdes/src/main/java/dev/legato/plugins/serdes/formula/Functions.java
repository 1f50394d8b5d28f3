package dev.legato.plugins.serdes.formula;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The functions of formulas, by their names in small letters. */
final class Functions {
  private static final int ANY = -1;
  private static final Map<String, Integer> ARGUMENTS =
      Map.ofEntries(
          Map.entry("toint", 1),
          Map.entry("todecimal", 1),
          Map.entry("tostring", 1),
          Map.entry("toboolean", 1),
          Map.entry("parsetimestamp", 1),
          Map.entry("sum", 1),
          Map.entry("avg", 1),
          Map.entry("count", 1),
          Map.entry("min", 1),
          Map.entry("max", 1),
          Map.entry("coalesce", ANY),
          Map.entry("concat", ANY));

  private Functions() {}

  /** Looks whether there is such a function with so many arguments. */
  static void check(String written, String name, int arguments) throws FormulaException {
    Integer wanted = ARGUMENTS.get(name);
    if (wanted == null) {
      throw new FormulaException("there is no function '%s'".formatted(written));
    }
    if (wanted != ANY && wanted != arguments) {
      throw new FormulaException(
          "the function '%s' takes %d argument, not %d".formatted(written, wanted, arguments));
    }
  }

  static @Nullable Object call(String name, List<@Nullable Object> arguments)
      throws FormulaException {
    return switch (name) {
      case "coalesce" -> arguments.stream().filter(Objects::nonNull).findFirst().orElse(null);
      case "concat" ->
          arguments.stream()
              .filter(Objects::nonNull)
              .map(Values::text)
              .collect(Collectors.joining());
      case "count" -> count(arguments.getFirst());
      case "sum", "avg", "min", "max" -> ofList(name, arguments.getFirst());
      default -> {
        Object argument = arguments.getFirst();
        yield argument == null ? null : converted(name, argument);
      }
    };
  }

  private static Object converted(String name, Object argument) throws FormulaException {
    return switch (name) {
      case "toint" -> integer(argument);
      case "todecimal" -> Values.decimal(argument);
      case "tostring" -> Values.text(argument);
      case "toboolean" -> truth(argument);
      case "parsetimestamp" -> moment(argument);
      default -> throw new IllegalStateException("Expected a known function, but got " + name);
    };
  }

  /** A whole number of whatever size. */
  static Number integer(Object value) throws FormulaException {
    try {
      BigInteger number = Values.decimal(value).toBigIntegerExact();
      return number.bitLength() < Long.SIZE ? (Number) number.longValueExact() : number;
    } catch (ArithmeticException e) {
      throw Values.unfit(value, "a whole number");
    }
  }

  static Boolean truth(Object value) throws FormulaException {
    return switch (value) {
      case Boolean truth -> truth;
      case String text when text.strip().toLowerCase(Locale.ROOT).equals("true") -> true;
      case String text when text.strip().toLowerCase(Locale.ROOT).equals("false") -> false;
      default -> throw Values.unfit(value, "true or false");
    };
  }

  static Instant moment(Object value) throws FormulaException {
    Instant known = Values.moment(value);
    if (known != null) {
      return known;
    }
    try {
      return OffsetDateTime.parse(String.valueOf(value).strip()).toInstant();
    } catch (DateTimeException e) {
      throw Values.unfit(value, "an instant such as 2026-01-31T12:00:00Z");
    }
  }

  private static List<?> list(@Nullable Object argument) throws FormulaException {
    return switch (argument) {
      case null -> List.of();
      case List<?> list -> list.stream().filter(Objects::nonNull).toList();
      default -> throw Values.unfit(argument, "a list");
    };
  }

  private static BigDecimal count(@Nullable Object argument) throws FormulaException {
    return BigDecimal.valueOf(list(argument).size());
  }

  private static @Nullable Object ofList(String name, @Nullable Object argument)
      throws FormulaException {
    if (argument == null) {
      return null;
    }
    var sum = new Total();
    for (Object each : list(argument)) {
      sum.add(each);
    }
    return sum.of(name);
  }
}
