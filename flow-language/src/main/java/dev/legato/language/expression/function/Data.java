package dev.legato.language.expression.function;

import dev.legato.language.expression.format.Ion;
import dev.legato.language.expression.format.Json;
import dev.legato.language.expression.format.Yaml;
import dev.legato.language.expression.runtime.Call;
import dev.legato.language.expression.runtime.ExpressionFunction;
import dev.legato.language.expression.runtime.Numbers;
import dev.legato.language.expression.runtime.Ranges;
import dev.legato.language.expression.runtime.Signature;
import dev.legato.language.expression.runtime.Values;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** Functions that read text of a format, and those on numbers. */
final class Data {
  private static final Signature FROM_JSON =
      Signature.of("fromJson", "The value of JSON text", "json");
  private static final Signature FROM_ION =
      Signature.of(
          "fromIon", "The first value of Ion text; all with allRows=true", "ion", "allRows");

  private Data() {}

  static List<ExpressionFunction> all() {
    return List.of(
        json(FROM_JSON),
        json(FROM_JSON.formerly("json")),
        json(FROM_JSON.formerly("jsonDecode")),
        ion(FROM_ION),
        ion(FROM_ION.formerly("ionDecode")),
        reader(
            Signature.of("yaml", "The value of YAML text: yaml('a: 1').a", "yaml"),
            "yaml",
            Yaml::parse),
        ExpressionFunction.of(
            new Signature("max", List.of(), "The greatest argument", true), call -> best(call, 1)),
        ExpressionFunction.of(
            new Signature("min", List.of(), "The smallest argument", true), call -> best(call, -1)),
        ExpressionFunction.of(
            Signature.of(
                "range",
                "Numbers or characters, both ends included: range(0, 3)",
                "start",
                "end",
                "increment"),
            call ->
                Ranges.inclusive(
                    call.argument("start"),
                    call.argument("end"),
                    call.integer("increment", 1),
                    call.budget())));
  }

  /** What is a list or map already stays: entries of a Loop are, where others have their text. */
  private static ExpressionFunction json(Signature signature) {
    return ExpressionFunction.of(
        signature,
        call ->
            switch (call.argument("json")) {
              case null -> null;
              case List<?> list -> list;
              case Map<?, ?> map -> map;
              default -> Json.parse(call.text("json"), call);
            });
  }

  private static ExpressionFunction ion(Signature signature) {
    return reader(
        signature, "ion", (text, call) -> Ion.parse(text, call.flag("allRows", false), call));
  }

  /** Null stays null. */
  private static ExpressionFunction reader(
      Signature signature, String argument, BiFunction<String, Call, @Nullable Object> body) {
    return ExpressionFunction.of(
        signature,
        call -> call.argument(argument) == null ? null : body.apply(call.text(argument), call));
  }

  private static @Nullable Object best(Call call, int sign) {
    Number best = null;
    for (Object candidate : call.positional()) {
      if (!(candidate instanceof Number number)) {
        throw call.fail("compares numbers, not " + Values.typeName(candidate));
      }
      if (best == null || Integer.signum(Numbers.compare(number, best)) == sign) {
        best = number;
      }
    }
    return best;
  }
}
