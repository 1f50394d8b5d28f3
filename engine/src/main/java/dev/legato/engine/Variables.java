package dev.legato.engine;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The variables of an execution: those of its flow until a task changes them. */
final class Variables {
  private final Map<String, @Nullable Object> present;

  Variables(ExecutionState state) {
    this.present = of(state);
  }

  static Map<String, @Nullable Object> of(ExecutionState state) {
    Map<String, @Nullable Object> own = state.header().variables();
    return own == null ? state.plan().variables() : own;
  }

  /** The variables with others merged into them, maps in maps, too. */
  Map<String, @Nullable Object> with(Map<?, ?> set, boolean overwrite) throws EvaluationFailure {
    if (!overwrite) {
      for (Object key : set.keySet()) {
        if (present.containsKey(String.valueOf(key))) {
          throw new EvaluationFailure(
              "The variable '%s' exists already, and 'overwrite' is false.".formatted(key));
        }
      }
    }
    return Collections.unmodifiableMap(merged(present, set));
  }

  /**
   * The variables without some.
   *
   * @param keys whose dots lead into maps
   */
  Map<String, @Nullable Object> without(List<String> keys, boolean ignoreMissing)
      throws EvaluationFailure {
    Map<String, @Nullable Object> left = present;
    for (String key : keys) {
      Map<String, @Nullable Object> shorter = removed(left, List.of(key.split("\\.")));
      if (shorter.equals(left) && !ignoreMissing) {
        throw new EvaluationFailure(
            "There is no variable '%s', and 'ignoreMissing' is false.".formatted(key));
      }
      left = shorter;
    }
    return left;
  }

  private static Map<String, @Nullable Object> merged(Map<?, ?> base, Map<?, ?> added) {
    var result = new LinkedHashMap<String, @Nullable Object>();
    base.forEach((key, value) -> result.put(String.valueOf(key), value));
    added.forEach(
        (key, value) -> {
          Object merged =
              value instanceof Map<?, ?> inner && base.get(key) instanceof Map<?, ?> known
                  ? merged(known, inner)
                  : value;
          result.put(String.valueOf(key), merged);
        });
    return result;
  }

  /** The same map when there is nothing at the path. */
  private static Map<String, @Nullable Object> removed(
      Map<String, @Nullable Object> map, List<String> path) {
    String key = path.getFirst();
    if (!map.containsKey(key)) {
      return map;
    }
    var copy = new LinkedHashMap<>(map);
    if (path.size() == 1) {
      copy.remove(key);
      return Collections.unmodifiableMap(copy);
    }
    if (!(map.get(key) instanceof Map<?, ?> inner)) {
      return map;
    }
    var innerMap = new LinkedHashMap<String, @Nullable Object>();
    inner.forEach((innerKey, value) -> innerMap.put(String.valueOf(innerKey), value));
    Map<String, @Nullable Object> shorter = removed(innerMap, path.subList(1, path.size()));
    if (shorter.equals(innerMap)) {
      return map;
    }
    copy.put(key, shorter);
    return Collections.unmodifiableMap(copy);
  }
}
