package dev.legato.language.expression.evaluation;

import java.util.AbstractMap;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The variables an expression sees: those the template set itself, then the caller's, then the
 * environment's. The caller's maps are read only by key and never changed.
 */
final class Scope {
  /** Stands for a name that does not exist. */
  enum Missing {
    UNDEFINED
  }

  private final Map<String, ?> variables;
  private final Map<String, ?> environment;
  private final Frame base;
  private Frame top;

  Scope(Map<String, ?> variables, Map<String, ?> environment) {
    this.variables = variables;
    this.environment = environment;
    this.base = new Frame(null, false);
    this.top = base;
  }

  /** A frame that is closed hides everything outside it: the inside of a macro. */
  private static final class Frame {
    final @Nullable Frame outer;
    final boolean closed;
    @Nullable Map<String, @Nullable Object> names;

    Frame(@Nullable Frame outer, boolean closed) {
      this.outer = outer;
      this.closed = closed;
    }

    boolean has(String name) {
      return names != null && names.containsKey(name);
    }

    void put(String name, @Nullable Object value) {
      if (names == null) {
        names = new HashMap<>();
      }
      names.put(name, value);
    }
  }

  void push(boolean closed) {
    top = new Frame(top, closed);
  }

  void pop() {
    if (top.outer == null) {
      throw new IllegalStateException(
          "Expected an inner frame to leave, but only the base is left");
    }
    top = top.outer;
  }

  /** Defines a name in the innermost frame. */
  void define(String name, @Nullable Object value) {
    top.put(name, value);
  }

  /** Changes the variable where it was set; a new one, or one of the caller's, is set here. */
  void assign(String name, @Nullable Object value) {
    for (Frame frame = top; frame != null; frame = frame.outer) {
      if (frame.has(name)) {
        frame.put(name, value);
        return;
      }
      if (frame.closed) {
        break;
      }
    }
    boolean hidesCallers = !isClosed(top) && variables.containsKey(name);
    (hidesCallers ? base : top).put(name, value);
  }

  private static boolean isClosed(Frame from) {
    for (Frame frame = from; frame != null; frame = frame.outer) {
      if (frame.closed) {
        return true;
      }
    }
    return false;
  }

  /** The value, or {@link Missing#UNDEFINED}. */
  @Nullable Object find(String name) {
    return find(top, name);
  }

  private @Nullable Object find(Frame from, String name) {
    for (Frame frame = from; frame != null; frame = frame.outer) {
      if (frame.has(name)) {
        return frame.names == null ? null : frame.names.get(name);
      }
      if (frame.closed) {
        return Missing.UNDEFINED;
      }
    }
    return findOutside(name);
  }

  private @Nullable Object findOutside(String name) {
    Object value = variables.get(name);
    if (value != null || variables.containsKey(name)) {
      return value;
    }
    value = environment.get(name);
    return value != null || environment.containsKey(name) ? value : Missing.UNDEFINED;
  }

  /** Everything visible now, as a map that is only filled when someone iterates over it. */
  Map<String, @Nullable Object> view() {
    return new View(top);
  }

  private final class View extends AbstractMap<String, @Nullable Object> {
    private final Frame from;

    View(Frame from) {
      this.from = from;
    }

    @Override
    public @Nullable Object get(@Nullable Object key) {
      Object value = key instanceof String name ? find(from, name) : null;
      return value instanceof Missing ? null : value;
    }

    @Override
    public boolean containsKey(@Nullable Object key) {
      return key instanceof String name && !(find(from, name) instanceof Missing);
    }

    @Override
    public Set<Entry<String, @Nullable Object>> entrySet() {
      Map<String, @Nullable Object> all = new LinkedHashMap<>();
      if (!isClosed(from)) {
        all.putAll(environment);
        all.putAll(variables);
      }
      addFrames(from, all);
      return Collections.unmodifiableMap(all).entrySet();
    }

    private void addFrames(Frame frame, Map<String, @Nullable Object> all) {
      if (frame.outer != null && !frame.closed) {
        addFrames(frame.outer, all);
      }
      if (frame.names != null) {
        all.putAll(frame.names);
      }
    }
  }
}
