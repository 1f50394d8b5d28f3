package dev.legato.plugins.core.namespace;

import dev.legato.plugin.TaskFailure;
import dev.legato.plugins.core.value.Json;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Properties that may be written in several ways. */
final class Texts {
  private Texts() {}

  /** One text, a list of them, or a text that holds a JSON array. */
  static List<String> list(String property, Object value) throws TaskFailure {
    Object written =
        value instanceof String text && text.strip().startsWith("[\"")
            ? Json.parse(text, "The text in '%s'".formatted(property))
            : value;
    return switch (written) {
      case String text -> List.of(text);
      case List<?> list -> list.stream().map(String::valueOf).toList();
      case null, default ->
          throw new TaskFailure("'%s' must be a text or a list of texts.".formatted(property));
    };
  }

  /** A map, or a text that holds a JSON object; sorted by key. */
  static Map<String, String> map(String property, Object value) throws TaskFailure {
    @Nullable Object written =
        value instanceof String text
            ? Json.parse(text, "The text in '%s'".formatted(property))
            : value;
    if (!(written instanceof Map<?, ?> map)) {
      throw new TaskFailure(
          "'%s' must be a map, or a text that holds a JSON object.".formatted(property));
    }
    Map<String, String> texts = new TreeMap<>();
    map.forEach((key, each) -> texts.put(String.valueOf(key), String.valueOf(each)));
    return texts;
  }
}
