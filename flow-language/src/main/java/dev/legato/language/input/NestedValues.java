package dev.legato.language.input;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Values by dotted ids, as maps in maps. */
final class NestedValues {
  private final Map<String, @Nullable Object> root = new LinkedHashMap<>();

  /** A part of the id that is a value already is replaced; saved flows have no such ids. */
  @SuppressWarnings("unchecked") // only this class puts maps that are branches into the tree
  void put(String id, @Nullable Object value) {
    String[] parts = id.split("\\.", -1);
    Map<String, @Nullable Object> branch = root;
    for (int i = 0; i < parts.length - 1; i++) {
      Object next = branch.get(parts[i]);
      if (!(next instanceof Branch)) {
        next = new Branch();
        branch.put(parts[i], next);
      }
      branch = (Map<String, @Nullable Object>) next;
    }
    branch.put(parts[parts.length - 1], value);
  }

  Map<String, @Nullable Object> asMap() {
    return Collections.unmodifiableMap(root);
  }

  /** The value at a dotted id in maps that a caller nested; null when there is none. */
  static @Nullable Object find(Map<String, ?> values, String id) {
    Object whole = values.get(id);
    int dot = id.indexOf('.');
    if (whole != null || dot < 0) {
      return whole;
    }
    Object branch = values.get(id.substring(0, dot));
    Object found = branch;
    for (String part : id.substring(dot + 1).split("\\.", -1)) {
      found = found instanceof Map<?, ?> map ? map.get(part) : null;
    }
    return found;
  }

  /** Told apart from maps that are values. */
  private static final class Branch extends LinkedHashMap<String, @Nullable Object> {
    private static final long serialVersionUID = 1L;
  }
}
