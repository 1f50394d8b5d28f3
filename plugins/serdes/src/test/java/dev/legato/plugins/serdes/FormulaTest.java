package dev.legato.plugins.serdes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.legato.plugins.serdes.formula.Formula;
import dev.legato.plugins.serdes.formula.FormulaException;
import dev.legato.plugins.serdes.formula.Values;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormulaTest {
  private static final Map<String, Object> RECORD =
      Map.ofEntries(
          Map.entry("a", 7),
          Map.entry("b", 2.5),
          Map.entry("t", "12"),
          Map.entry("name", "Ada"),
          Map.entry("yes", true),
          Map.entry("x y", "spaced"),
          Map.entry("at", Instant.parse("2026-01-31T12:00:00Z")),
          Map.entry("map", Map.of("k", Map.of("deep", 3), "x y", 4)),
          Map.entry("list", List.of(5, 6)),
          Map.entry("nulls", Arrays.asList(1, null, 3)),
          Map.entry("rows", List.of(Map.of("p", 1), Map.of("p", 2), Map.of("q", 9))));

  @ParameterizedTest(name = "{0} is {1}")
  @CsvSource(
      delimiterString = "->",
      quoteCharacter = '§',
      value = {
        "a -> 7",
        "a + b * 2 -> 12.0",
        "(a + b) * 2 -> 19.0",
        "-a - -b -> -4.5",
        "t + 1 -> 13",
        "a / 2 -> 3.5000000000",
        "1 / 3 -> 0.3333333333",
        "2 / 3 -> 0.6666666667",
        "a / 0 -> null",
        "none + 1 -> null",
        "a == 7 -> true",
        "a = 7.0 -> true",
        "a != 7 -> false",
        "t == 12 -> true",
        "t > 3 -> true",
        "t > \"3\" -> false",
        "none == null -> true",
        "none != 1 -> true",
        "name == 1 -> false",
        "a in (1, 7) -> true",
        "none in (1, null) -> false",
        "name in (\"Ada\") -> true",
        "a in () -> false",
        "yes && a > 6 -> true",
        "!yes || a < 6 -> false",
        "none && false -> false",
        "none || true -> true",
        "none && true -> null",
        "map.k.deep -> 3",
        "map[\"x y\"] -> 4",
        "list[1] -> 6",
        "list[9] -> null",
        "rows[].p -> [1, 2, null]",
        "sum(rows[].p) -> 3",
        "avg(list) -> 5.5",
        "count(nulls) -> 2",
        "MIN(list) -> 5",
        "max(nulls) -> 3",
        "sum(none) -> null",
        "coalesce(none, null, name, a) -> Ada",
        "concat(name, none, \"-\", a) -> Ada-7",
        "concat(\"a\\\"b\") -> a\"b",
        "toInt(\"42\") -> 42",
        "toInt(none) -> null",
        "toString(b) -> 2.5",
        "toBoolean(\"TRUE\") -> true",
        "parseTimestamp(\"2026-01-31T13:00:00+01:00\") == at -> true",
        "at > parseTimestamp(\"2025-01-01T00:00:00Z\") -> true",
      })
  void aFormulaHasAValue(String formula, String expected) throws FormulaException {
    Object value = Formula.parse(formula).value(RECORD);

    assertThat(value == null ? "null" : Values.text(value)).isEqualTo(expected);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiterString = "->",
      quoteCharacter = '§',
      value = {
        "a + -> expected a value at position 4",
        "(a -> expected ')'",
        "a b -> expected an operator or the end",
        "a.1 -> expected the name of a field",
        "\"open -> a text has no end",
        "a # b -> '#' at position 3 is not known",
        "nope(a) -> there is no function 'nope'",
        "toInt(a, b) -> takes 1 argument, not 2",
        "$0.a -> '$0' is no input",
        "list[x] -> expected a number, a text",
      })
  void aMalformedFormulaIsExplained(String formula, String message) {
    assertThatThrownBy(() -> Formula.parse(formula))
        .isInstanceOf(FormulaException.class)
        .hasMessageContaining(message);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiterString = "->",
      quoteCharacter = '§',
      value = {
        "name * 2 -> 'Ada' is not a number",
        "toInt(b) -> '2.5' is not a whole number",
        "toBoolean(name) -> is not true or false",
        "sum(name) -> is not a list",
        "parseTimestamp(name) -> is not an instant",
        "min(rows) -> is not a number, a text or a moment",
        "$2.a -> there is no input $2",
        "\"1e999999999\" * 1 -> is not a number",
      })
  void aValueThatDoesNotFitIsExplained(String formula, String message) throws FormulaException {
    Formula parsed = Formula.parse(formula);

    assertThatThrownBy(() -> parsed.value(RECORD))
        .isInstanceOf(FormulaException.class)
        .hasMessageContaining(message);
  }

  @Test
  void depthAndLengthAreBounded() {
    assertThatThrownBy(() -> Formula.parse("(".repeat(5_000) + "1"))
        .hasMessageContaining("nested too deeply");
    assertThatThrownBy(() -> Formula.parse("-".repeat(5_000) + "1"))
        .hasMessageContaining("nested too deeply");
    assertThatThrownBy(() -> Formula.parse(" ".repeat(20_000)))
        .hasMessageContaining("at most 10,000 characters");
  }
}
