package dev.legato.engine;

import dev.legato.model.flow.Label;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Labels as tasks give them. */
final class LabelTexts {
  private LabelTexts() {}

  /** The labels of a map, or of a list of {@code {key, value}}. */
  static List<Label> read(@Nullable Object given) throws EvaluationFailure {
    var labels = new ArrayList<Label>();
    switch (given) {
      case Map<?, ?> map -> {
        for (Map.Entry<?, ?> entry : map.entrySet()) {
          labels.add(label(entry.getKey(), entry.getValue()));
        }
      }
      case List<?> list -> {
        for (Object element : list) {
          if (!(element instanceof Map<?, ?> entry)) {
            throw unfit(element);
          }
          labels.add(label(entry.get("key"), entry.get("value")));
        }
      }
      case null, default -> throw unfit(given);
    }
    return labels;
  }

  /** All labels, where those that come later replace those with the same key. */
  static List<Label> merged(List<Label> present, List<Label> added) {
    var byKey = new LinkedHashMap<String, Label>();
    present.forEach(label -> byKey.put(label.key(), label));
    added.forEach(label -> byKey.put(label.key(), label));
    return List.copyOf(byKey.values());
  }

  private static Label label(@Nullable Object key, @Nullable Object value)
      throws EvaluationFailure {
    String text = isPlain(value) ? String.valueOf(value) : "";
    if (key == null || key.toString().isEmpty() || text.isEmpty()) {
      throw new EvaluationFailure(
          "A label needs a key and a value that is a text, a number or a boolean, but got %s: %s."
              .formatted(key, value));
    }
    var label = new Label(key.toString(), text);
    if (label.isSystem()) {
      throw new EvaluationFailure(
          "Labels that begin with '%s' are set by the engine only; offending: %s=%s"
              .formatted(Label.SYSTEM_PREFIX, label.key(), label.value()));
    }
    return label;
  }

  private static boolean isPlain(@Nullable Object value) {
    return value instanceof String || value instanceof Number || value instanceof Boolean;
  }

  private static EvaluationFailure unfit(@Nullable Object given) {
    return new EvaluationFailure(
        "Labels must be a map or a list of {key, value}, but got: %s".formatted(given));
  }
}
