package dev.legato.plugins.serdes.formula;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How the records of a group become one value, such as {@code sum(price)}.
 *
 * @param function its name in small letters
 * @param argument absent for {@code count()}
 */
public record Aggregate(String function, @Nullable Formula argument) {
  private static final Pattern CALL =
      Pattern.compile("\\s*([a-zA-Z]+)\\s*\\((.*)\\)\\s*", Pattern.DOTALL);
  private static final Set<String> KNOWN =
      Set.of("count", "sum", "min", "max", "avg", "first", "last");

  /** Reads one; empty when the text as a whole is not the call of such a function. */
  public static Optional<Aggregate> parse(String text) throws FormulaException {
    Matcher call = CALL.matcher(text);
    if (!call.matches() || !KNOWN.contains(call.group(1).toLowerCase(Locale.ROOT))) {
      return Optional.empty();
    }
    String function = call.group(1).toLowerCase(Locale.ROOT);
    if (call.group(2).isBlank()) {
      return function.equals("count")
          ? Optional.of(new Aggregate(function, null))
          : Optional.empty();
    }
    return Optional.of(new Aggregate(function, Formula.parse(call.group(2))));
  }

  /** What a record adds to its group; null adds nothing. */
  public @Nullable Object valueOf(Map<String, ?> record) throws FormulaException {
    return argument == null ? true : argument.value(record);
  }

  /** What the group comes to. */
  public @Nullable Object of(Total total) throws FormulaException {
    return total.of(function);
  }
}
