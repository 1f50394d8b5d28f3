package dev.legato.language.expression.evaluation;

import dev.legato.language.expression.runtime.ExpressionFunction;
import dev.legato.language.expression.runtime.Filter;
import dev.legato.language.expression.runtime.ValueTest;
import java.util.Collection;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The filters, functions and tests that expressions may name. */
public record Language(
    Map<String, Filter> filters,
    Map<String, ExpressionFunction> functions,
    Map<String, ValueTest> tests) {

  /** Names must be unique within each kind. */
  public static Language of(
      Collection<Filter> filters,
      Collection<ExpressionFunction> functions,
      Collection<ValueTest> tests) {
    return new Language(
        byName(filters, filter -> filter.signature().name()),
        byName(functions, function -> function.signature().name()),
        byName(tests, test -> test.signature().name()));
  }

  private static <T> Map<String, T> byName(Collection<T> items, Function<T, String> name) {
    return items.stream().collect(Collectors.toUnmodifiableMap(name, Function.identity()));
  }
}
