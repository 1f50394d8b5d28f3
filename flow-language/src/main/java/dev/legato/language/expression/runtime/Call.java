package dev.legato.language.expression.runtime;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One use of a filter, function or test, with its arguments already evaluated.
 *
 * @param name the name it was called by, for messages
 * @param positional unnamed arguments of a variadic function, otherwise empty
 * @param named arguments by name; an argument that was not given is absent
 * @param variables what the expression sees; lazy, so do not iterate over it needlessly
 * @param budget to be charged for loops and for long results
 * @param renderer renders further templates within the same budget
 */
public record Call(
    String name,
    List<@Nullable Object> positional,
    Map<String, @Nullable Object> named,
    Map<String, ?> variables,
    Budget budget,
    Renderer renderer) {

  /** Renders text, lists and maps on behalf of {@code render()}. */
  @FunctionalInterface
  public interface Renderer {
    /**
     * Renders every text in the value.
     *
     * @param repeat whether the result is rendered again until it stays the same
     */
    @Nullable Object render(@Nullable Object value, boolean repeat);
  }

  /** The argument, or null when it is null or was not given. */
  public @Nullable Object argument(String argument) {
    return named.get(argument);
  }

  /** The argument, which must be given and not null. */
  public Object required(String argument) {
    Object value = named.get(argument);
    if (value == null) {
      throw fail("needs the argument '%s'".formatted(argument));
    }
    return value;
  }

  /** The text argument, which must be given. */
  public String text(String argument) {
    return text(argument, required(argument));
  }

  /** The text argument or its default. */
  public String text(String argument, String fallback) {
    Object value = named.get(argument);
    return value == null ? fallback : text(argument, value);
  }

  private String text(String argument, Object value) {
    if (value instanceof String text) {
      return text;
    }
    throw fail("needs text for '%s', not %s".formatted(argument, Values.typeName(value)));
  }

  /** The whole-number argument, which must be given. */
  public long integer(String argument) {
    return integer(argument, required(argument));
  }

  /** The whole-number argument or its default. */
  public long integer(String argument, long fallback) {
    Object value = named.get(argument);
    return value == null ? fallback : integer(argument, value);
  }

  private long integer(String argument, Object value) {
    try {
      return switch (value) {
        case Long number -> number;
        case Integer number -> number;
        case BigInteger number -> number.longValueExact();
        case BigDecimal number -> number.longValueExact();
        case Double number when number == Math.rint(number) && Math.abs(number) < 1e15 ->
            number.longValue();
        case String text -> Long.parseLong(text.strip());
        default -> throw notWhole(argument);
      };
    } catch (ArithmeticException | NumberFormatException e) {
      throw notWhole(argument);
    }
  }

  private Failure notWhole(String argument) {
    return fail("needs a whole number for '%s'".formatted(argument));
  }

  /** The boolean argument or its default; the texts true and false count. */
  public boolean flag(String argument, boolean fallback) {
    Object value = named.get(argument);
    return switch (value) {
      case null -> fallback;
      case Boolean flag -> flag;
      case String text when text.equals("true") || text.equals("false") -> text.equals("true");
      default -> throw fail("needs true or false for '%s'".formatted(argument));
    };
  }

  /** The text input of a filter. */
  public String textInput(Object input) {
    if (input instanceof String text) {
      return text;
    }
    throw fail("works on text, not on %s".formatted(Values.typeName(input)));
  }

  /** The list input of a filter. */
  public List<?> listInput(Object input) {
    if (input instanceof List<?> list) {
      return list;
    }
    throw fail("works on a list, not on %s".formatted(Values.typeName(input)));
  }

  /** The map input of a filter. */
  public Map<?, ?> mapInput(Object input) {
    if (input instanceof Map<?, ?> map) {
      return map;
    }
    throw fail("works on a map, not on %s".formatted(Values.typeName(input)));
  }

  /** A failure that starts with the name of what was called. */
  public Failure fail(String problem) {
    return Failure.evaluation("'%s' %s".formatted(name, problem));
  }
}
