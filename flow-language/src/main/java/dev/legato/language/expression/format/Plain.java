package dev.legato.language.expression.format;

import dev.legato.language.expression.runtime.Budget;
import dev.legato.language.expression.runtime.Texts;
import dev.legato.language.expression.runtime.Values;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Turns what a parser produced into JSON values of its own: no sharing, no cycles, text keys. */
final class Plain {
  private Plain() {}

  static @Nullable Object copy(@Nullable Object value, Budget budget) {
    return copy(value, budget, 0);
  }

  private static @Nullable Object copy(@Nullable Object value, Budget budget, int depth) {
    Values.checkDepth(depth);
    budget.step();
    return switch (value) {
      case null -> null;
      case Boolean _ -> value;
      case Number number -> Values.checked(number);
      case String text -> {
        budget.text(text.length());
        yield text;
      }
      case Map<?, ?> map -> {
        Map<String, @Nullable Object> copy = new LinkedHashMap<>();
        for (Map.Entry<?, ?> entry : map.entrySet()) {
          Object key = copy(entry.getKey(), budget, depth + 1);
          copy.put(Texts.key(key, budget), copy(entry.getValue(), budget, depth + 1));
        }
        yield copy;
      }
      case Collection<?> items -> {
        List<@Nullable Object> copy = new ArrayList<>();
        for (Object item : items) {
          copy.add(copy(item, budget, depth + 1));
        }
        yield copy;
      }
      default -> value.toString();
    };
  }
}
