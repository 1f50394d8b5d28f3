package dev.legato.language.expression.filter;

import dev.legato.language.expression.runtime.Call;
import dev.legato.language.expression.runtime.Filter;
import dev.legato.language.expression.runtime.Numbers;
import dev.legato.language.expression.runtime.Signature;
import dev.legato.language.expression.runtime.Values;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Filters that take or give numbers. */
final class NumberFilters {
  private static final int MAX_PATTERN = 200;

  private NumberFilters() {}

  static List<Filter> all() {
    return List.of(
        Filter.of(
            Signature.of("abs", "Without sign"),
            (input, call) -> Numbers.absolute(number(input, call))),
        Filter.of(
            Signature.of(
                "number",
                "Text to number: INT, LONG, FLOAT, DOUBLE, BIGDECIMAL, BIGINTEGER",
                "type"),
            NumberFilters::parse),
        Filter.of(
            Signature.of("numberFormat", "3.14159 | numberFormat('#.##')", "format"),
            NumberFilters::format),
        Filter.of(
            Signature.of("className", "The name of the type"), (input, _) -> className(input)));
  }

  private static Number number(Object input, Call call) {
    if (input instanceof Number number) {
      return number;
    }
    throw call.fail("works on numbers, not on " + Values.typeName(input));
  }

  private static Number parse(Object input, Call call) {
    String text =
        input instanceof Number number ? number.toString() : call.textInput(input).strip();
    String type = call.text("type", "").toUpperCase(Locale.ROOT);
    Number parsed = Numbers.parse(text);
    if (parsed == null) {
      throw call.fail("got text that is not a number");
    }
    try {
      return switch (type) {
        case "" -> smallest(parsed);
        case "INT" -> Integer.parseInt(text);
        case "LONG" -> Long.parseLong(text);
        case "FLOAT" -> Double.parseDouble(Float.toString(Float.parseFloat(text)));
        case "DOUBLE" -> parsed.doubleValue();
        case "BIGDECIMAL" -> Values.checked(new BigDecimal(text));
        case "BIGINTEGER" -> Values.checked(new BigInteger(text));
        default ->
            throw call.fail("needs a type INT, LONG, FLOAT, DOUBLE, BIGDECIMAL or BIGINTEGER");
      };
    } catch (NumberFormatException e) {
      throw call.fail("got text that does not fit the type " + type);
    }
  }

  private static Number smallest(Number parsed) {
    boolean fitsInt = parsed instanceof Long whole && whole.intValue() == whole;
    return fitsInt ? (Number) parsed.intValue() : parsed;
  }

  private static String format(Object input, Call call) {
    Number number = Values.checked(number(input, call));
    String pattern = call.text("format", "#,##0.###");
    if (pattern.length() > MAX_PATTERN) {
      throw call.fail("got a pattern of more than %d characters".formatted(MAX_PATTERN));
    }
    try {
      return new DecimalFormat(pattern, DecimalFormatSymbols.getInstance(Locale.ENGLISH))
          .format(number);
    } catch (IllegalArgumentException e) {
      throw call.fail("got an invalid pattern; use one such as '#,##0.00'");
    }
  }

  private static String className(Object input) {
    return switch (input) {
      case List<?> _ -> "java.util.ArrayList";
      case Map<?, ?> _ -> "java.util.LinkedHashMap";
      default -> input.getClass().getName();
    };
  }
}
