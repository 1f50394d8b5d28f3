package dev.legato.language.flow;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Tells templates from literals. */
final class Templates {
  private Templates() {}

  static boolean isTemplate(String text) {
    return text.contains("{{") || text.contains("{%") || text.contains("{#");
  }

  /** Whether a JSON value has a template anywhere, in keys too. */
  static boolean areIn(@Nullable Object value) {
    return switch (value) {
      case String text -> isTemplate(text);
      case List<?> list -> list.stream().anyMatch(Templates::areIn);
      case Map<?, ?> map ->
          map.entrySet().stream().anyMatch(e -> areIn(e.getKey()) || areIn(e.getValue()));
      case null, default -> false;
    };
  }
}
