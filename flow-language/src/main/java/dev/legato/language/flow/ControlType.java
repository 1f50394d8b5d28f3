package dev.legato.language.flow;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The task types that steer a flow. The engine runs them itself; no plugin provides them. */
enum ControlType {
  SEQUENTIAL("Sequential", null),
  PARALLEL("Parallel", null),
  IF("If", null),
  SWITCH("Switch", null),
  ALLOW_FAILURE("AllowFailure", null),
  EACH_SEQUENTIAL("EachSequential", "ForEach"),
  EACH_PARALLEL("EachParallel", "ForEach"),
  FOR_EACH("ForEach", null);

  private static final String PACKAGE = "io.kestra.plugin.core.flow.";
  private static final String SHORT_PACKAGE = "core.flow.";
  private static final String OLD_PACKAGE = "io.kestra.core.tasks.flows.";
  private static final Map<String, ControlType> BY_NAME = byName();

  private final String simpleName;
  private final @Nullable String successor;

  ControlType(String simpleName, @Nullable String successor) {
    this.simpleName = simpleName;
    this.successor = successor;
  }

  /** The type with this name, in any of its spellings. */
  static Optional<ControlType> find(String name) {
    return Optional.ofNullable(BY_NAME.get(name));
  }

  /** The full names of today. */
  static List<String> names() {
    List<String> names = new ArrayList<>();
    for (ControlType type : values()) {
      names.add(type.canonicalName());
    }
    return names;
  }

  String canonicalName() {
    return PACKAGE + simpleName;
  }

  /** Whether the name is one that a newer one replaced. */
  boolean isOldName(String name) {
    return name.equals(OLD_PACKAGE + simpleName);
  }

  /** The full name of the type to use instead; empty when the type is not deprecated. */
  Optional<String> successorName() {
    return Optional.ofNullable(successor).map(name -> PACKAGE + name);
  }

  private static Map<String, ControlType> byName() {
    Map<String, ControlType> byName = new HashMap<>();
    for (ControlType type : values()) {
      byName.put(PACKAGE + type.simpleName, type);
      byName.put(SHORT_PACKAGE + type.simpleName, type);
      if (type != FOR_EACH) { // younger than the old package
        byName.put(OLD_PACKAGE + type.simpleName, type);
      }
    }
    return Map.copyOf(byName);
  }
}
