package dev.legato.engine;

import dev.legato.model.plan.Step.LoopStep;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds the values of a loop. */
final class LoopItems {
  private final Evaluator evaluator;
  private final LoopStep loop;

  LoopItems(Evaluator evaluator, LoopStep loop) {
    this.evaluator = evaluator;
    this.loop = loop;
  }

  /** The values as texts, in order; a loop without separate rounds has each of them once. */
  List<String> read(Values values) throws EvaluationFailure, Unanswered {
    List<?> elements = elements(values);
    long nulls = elements.stream().filter(value -> value == null).count();
    if (nulls > 0) {
      throw new EvaluationFailure(
          "The values of '%s' hold %d null(s); a loop needs a value for each round."
              .formatted(loop.id(), nulls));
    }
    var texts =
        loop.rounds() == null
            ? LinkedHashSet.<String>newLinkedHashSet(elements.size())
            : new ArrayList<String>(elements.size());
    for (Object element : elements) {
      texts.add(evaluator.print(element));
    }
    return List.copyOf(texts);
  }

  private List<?> elements(Values values) throws EvaluationFailure, Unanswered {
    Object given = loop.values();
    if (given instanceof List<?> || given instanceof Map<?, ?>) {
      given = values.texts(given);
    } else if (given instanceof String template) {
      given = values.value(template);
      if (given instanceof String text) {
        given = evaluator.json(text);
      }
    }
    return switch (given) {
      case List<?> list -> list;
      case Map<?, ?> map when loop.rounds() != null -> entries(map);
      case null, default ->
          throw new EvaluationFailure(
              "The values of '%s' must be a JSON list, but they are: %s"
                  .formatted(loop.id(), abbreviated(evaluator.print(given))));
    };
  }

  private static List<?> entries(Map<?, ?> map) {
    var entries = new ArrayList<Map<String, @Nullable Object>>(map.size());
    map.forEach(
        (key, value) -> {
          var entry = new LinkedHashMap<String, @Nullable Object>();
          entry.put("key", key);
          entry.put("value", value);
          entries.add(entry);
        });
    return entries;
  }

  private static String abbreviated(String text) {
    return text.length() <= 200 ? text : text.substring(0, 200) + "…";
  }
}
