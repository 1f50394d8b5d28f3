package dev.legato.rest.search;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** Builds a map that keeps its order, for messages and documentation. */
public final class Names<T> {
  private final Map<String, T> map = new LinkedHashMap<>();

  private Names() {}

  /** Begins with no names. */
  public static <T> Names<T> inOrder() {
    return new Names<>();
  }

  /** Adds a name. */
  public Names<T> add(String name, T value) {
    map.put(name, value);
    return this;
  }

  public Map<String, T> map() {
    return Collections.unmodifiableMap(map);
  }
}
