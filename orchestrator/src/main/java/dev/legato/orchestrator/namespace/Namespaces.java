package dev.legato.orchestrator.namespace;

import dev.legato.storage.NamespaceStore;
import dev.legato.storage.StoredNamespace;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The namespaces that people have described. They are few and kept in memory, because every
 * expression may ask for their variables and must not wait. Safe for use by many threads.
 */
public final class Namespaces {
  private final NamespaceStore store;
  private final InstantSource clock;
  private final Object changing = new Object();

  // this process is the only one that changes them
  private volatile NavigableMap<String, StoredNamespace> known;

  /** Reads all of them. */
  public Namespaces(NamespaceStore store, InstantSource clock) {
    this.store = store;
    this.clock = clock;
    this.known = read();
  }

  private NavigableMap<String, StoredNamespace> read() {
    var read = new TreeMap<String, StoredNamespace>();
    store.all().forEach(namespace -> read.put(namespace.id(), namespace));
    return Collections.unmodifiableNavigableMap(read);
  }

  /** All of them, sorted by id. */
  public List<StoredNamespace> all() {
    return List.copyOf(known.values());
  }

  /** What is said about a namespace. */
  public Optional<StoredNamespace> find(String id) {
    return Optional.ofNullable(known.get(id));
  }

  /**
   * Describes a namespace that nobody has described.
   *
   * @return empty when somebody has: nothing has changed
   */
  public Optional<StoredNamespace> create(
      String id, @Nullable String description, Map<String, @Nullable Object> variables) {
    synchronized (changing) {
      Instant now = clock.instant();
      boolean added = store.add(new StoredNamespace(id, description, variables, now, now));
      known = read();
      return added ? find(id) : Optional.empty();
    }
  }

  /** Describes a namespace, in place of what was said about it. */
  public StoredNamespace put(
      String id, @Nullable String description, Map<String, @Nullable Object> variables) {
    synchronized (changing) {
      Instant now = clock.instant();
      store.put(new StoredNamespace(id, description, variables, now, now));
      known = read();
      return find(id)
          .orElseThrow(
              () ->
                  new IllegalStateException(
                      "Expected the namespace '%s' to be stored, but it is not".formatted(id)));
    }
  }

  /**
   * Forgets what was said about a namespace; what is in it stays.
   *
   * @return false when nothing was said
   */
  public boolean delete(String id) {
    synchronized (changing) {
      boolean deleted = store.delete(id);
      known = read();
      return deleted;
    }
  }

  /**
   * The variables that flows of a namespace see: its own and those of the namespaces above. Maps of
   * one name are joined; of other values that of the nearest namespace counts.
   */
  public Map<String, @Nullable Object> variables(String namespace) {
    NavigableMap<String, StoredNamespace> now = known;
    Map<String, @Nullable Object> variables = Map.of();
    if (now.isEmpty()) {
      return variables;
    }
    for (int end = namespace.indexOf('.'); ; end = namespace.indexOf('.', end + 1)) {
      StoredNamespace found = now.get(end < 0 ? namespace : namespace.substring(0, end));
      if (found != null) {
        variables = joined(variables, found.variables());
      }
      if (end < 0) {
        return variables;
      }
    }
  }

  private static Map<String, @Nullable Object> joined(
      Map<String, @Nullable Object> above, Map<?, ?> below) {
    var joined = new LinkedHashMap<String, @Nullable Object>(above);
    below.forEach(
        (key, value) -> {
          String name = String.valueOf(key);
          joined.put(
              name,
              value instanceof Map<?, ?> map && joined.get(name) instanceof Map<?, ?> outer
                  ? joined(joined(Map.of(), outer), map)
                  : value);
        });
    return Collections.unmodifiableMap(joined);
  }
}
