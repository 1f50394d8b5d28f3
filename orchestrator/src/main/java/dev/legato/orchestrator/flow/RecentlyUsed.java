package dev.legato.orchestrator.flow;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** A bounded cache that drops what was not used for longest. Safe for use by many threads. */
final class RecentlyUsed<K, V> {
  private final Map<K, V> entries;

  RecentlyUsed(int capacity) {
    this.entries =
        new LinkedHashMap<>(16, 0.75f, true) {
          private static final long serialVersionUID = 1L;

          @Override
          protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
            return size() > capacity;
          }
        };
  }

  synchronized Optional<V> get(K key) {
    return Optional.ofNullable(entries.get(key));
  }

  synchronized V keep(K key, V value) {
    entries.put(key, value);
    return value;
  }

  synchronized void remove(K key) {
    entries.remove(key);
  }
}
