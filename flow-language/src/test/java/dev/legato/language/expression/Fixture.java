package dev.legato.language.expression;

import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** An engine with a fixed clock and a fixed seed, and variables as an execution has them. */
final class Fixture {
  static final Instant NOW = Instant.parse("2024-01-31T10:00:00.123456Z");
  static final Expressions EXPRESSIONS = expressions(false);

  private Fixture() {}

  static Expressions expressions(boolean recursive) {
    return new Expressions(
        InstantSource.fixed(NOW),
        new Random(42),
        ExpressionLimits.DEFAULT,
        new ExpressionEnvironment(
            Map.of("team", "data"),
            Map.of("region", "eu"),
            "test",
            "http://localhost",
            recursive,
            ZoneId.of("Europe/Paris")));
  }

  static Map<String, @Nullable Object> variables() {
    Map<String, @Nullable Object> inputs = map("name", "ada", "n", 3, "missing", null, "empty", "");
    Map<String, @Nullable Object> variables =
        map(
            "inputs",
            inputs,
            "outputs",
            map(
                "t1",
                map("value", "v1"),
                "a-b",
                map("x", 1L),
                "each",
                map("1", map("value", "one"))),
            "vars",
            map("template", "{{ inputs.name }}", "a", 1L),
            "list",
            Arrays.asList("a", "b", null),
            "rows",
            Arrays.asList(map("id", 1L), map("id", 2L)),
            "data",
            "{{ inputs.name }}");
    return variables;
  }

  static Map<String, @Nullable Object> map(@Nullable Object... keysAndValues) {
    Map<String, @Nullable Object> map = new LinkedHashMap<>();
    for (int i = 0; i < keysAndValues.length; i += 2) {
      map.put((String) keysAndValues[i], keysAndValues[i + 1]);
    }
    return map;
  }

  static String text(String template) throws ExpressionException {
    return EXPRESSIONS.renderText(template, variables());
  }

  /** What a template gives: its text, or the kind and message of its failure. */
  static String outcome(String template) {
    return outcome(template, variables());
  }

  static String outcome(String template, Map<String, ?> variables) {
    try {
      return EXPRESSIONS.renderText(template, variables);
    } catch (ExpressionException e) {
      return e.kind() + ": " + e.getMessage();
    }
  }
}
