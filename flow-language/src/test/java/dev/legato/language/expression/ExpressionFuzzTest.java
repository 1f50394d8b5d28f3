package dev.legato.language.expression;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Random templates: whatever they hold, they render or fail with a described problem. */
class ExpressionFuzzTest {
  private static final Expressions RECURSIVE = Fixture.expressions(true);

  private static final List<String> PIECES =
      Stream.concat(
              Stream.of(
                  "{{ ",
                  " }}",
                  "{% ",
                  " %}",
                  "{# ",
                  " #}",
                  "{{- ",
                  " -}}",
                  "'a'",
                  "\"b#{",
                  "}\"",
                  "1",
                  "2.5",
                  "'",
                  "\"",
                  "\\",
                  "inputs",
                  ".name",
                  "['n']",
                  "[0]",
                  "list",
                  "rows",
                  "outputs",
                  "nothing",
                  "null",
                  "true",
                  "(",
                  ")",
                  "[",
                  "]",
                  "{",
                  "}",
                  ",",
                  ":",
                  "?",
                  "??",
                  "???",
                  "~",
                  "+",
                  "-",
                  "*",
                  "/",
                  "%",
                  "..",
                  "|",
                  "==",
                  "!=",
                  "<",
                  ">=",
                  " and ",
                  " or ",
                  " not ",
                  " is ",
                  " is not ",
                  " contains ",
                  " isIn ",
                  "=",
                  "if ",
                  "elseif ",
                  "else",
                  "endif",
                  "for x in ",
                  "endfor",
                  "set x = ",
                  "macro m(a)",
                  "endmacro",
                  "m(1)",
                  "filter upper",
                  "endfilter",
                  "block b",
                  "endblock",
                  "raw",
                  "endraw",
                  "verbatim",
                  "endverbatim",
                  "loop.index",
                  "_context",
                  "x",
                  "\n",
                  " ",
                  "é",
                  "\uE000",
                  "defined",
                  "empty",
                  "json"),
              Stream.concat(
                  Expressions.filters().stream().map(filter -> " | " + filter.name() + "('a', 1)"),
                  Expressions.functions().stream().map(function -> function.name() + "('a')")))
          .toList();

  private static final List<String> VALUES =
      List.of(
          "1",
          "-2.5",
          "'a'",
          "'{\"a\":1}'",
          "''",
          "null",
          "true",
          "[1,'a',null]",
          "[]",
          "{'a': 1}",
          "{}",
          "inputs",
          "list",
          "rows",
          "'2024-01-31'",
          "'('",
          "99999999999999999",
          "'UTC'",
          "['b','a']",
          "nothing");

  @Test
  @Timeout(60)
  void randomTextRendersOrFailsProperly() {
    Random random = new Random(20240131);
    for (int round = 0; round < 5_000; round++) {
      StringBuilder template = new StringBuilder();
      for (int i = random.nextInt(12) + 1; i > 0; i--) {
        template.append(PIECES.get(random.nextInt(PIECES.size())));
      }
      check(template.toString());
    }
  }

  @Test
  @Timeout(60)
  void filtersAndFunctionsWithRandomValuesRenderOrFailProperly() {
    Random random = new Random(7);
    for (int round = 0; round < 40; round++) {
      for (var filter : Expressions.filters()) {
        check("{{ %s | %s%s }}".formatted(value(random), filter.name(), arguments(random)));
      }
      for (var function : Expressions.functions()) {
        check("{{ %s%s }}".formatted(function.name(), arguments(random)));
      }
    }
  }

  private static String value(Random random) {
    return VALUES.get(random.nextInt(VALUES.size()));
  }

  private static String arguments(Random random) {
    return switch (random.nextInt(4)) {
      case 0 -> "()";
      case 1 -> "(" + value(random) + ")";
      case 2 -> "(" + value(random) + ", " + value(random) + ")";
      default -> "(" + value(random) + ", " + value(random) + ", " + value(random) + ")";
    };
  }

  private static void check(String template) {
    for (Expressions expressions : List.of(Fixture.EXPRESSIONS, RECURSIVE)) {
      try {
        expressions.renderText(template, Fixture.variables());
      } catch (ExpressionException e) {
        assertThat(e.getCause()).as(template).isNull();
      }
    }
    assertThat(Fixture.EXPRESSIONS.references(template)).isNotNull();
    Fixture.EXPRESSIONS.check(template);
  }
}
