package dev.legato.worker;

import java.util.AbstractMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Variables before others that they hide. Nothing is copied until all are asked for at once. */
final class LayeredVariables extends AbstractMap<String, @Nullable Object> {
  private final Map<String, ?> first;
  private final Map<String, ?> then;

  private LayeredVariables(Map<String, ?> first, Map<String, ?> then) {
    this.first = first;
    this.then = then;
  }

  static Map<String, ?> of(Map<String, ?> first, Map<String, ?> then) {
    return first.isEmpty() ? then : new LayeredVariables(first, then);
  }

  @Override
  public boolean containsKey(Object key) {
    return first.containsKey(key) || then.containsKey(key);
  }

  @Override
  public @Nullable Object get(Object key) {
    return first.containsKey(key) ? first.get(key) : then.get(key);
  }

  @Override
  public Set<Entry<String, @Nullable Object>> entrySet() {
    Map<String, @Nullable Object> all = new LinkedHashMap<>(then);
    all.putAll(first);
    return all.entrySet();
  }
}
