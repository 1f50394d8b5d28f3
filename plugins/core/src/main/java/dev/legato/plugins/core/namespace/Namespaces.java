package dev.legato.plugins.core.namespace;

import dev.legato.plugin.TaskContext;
import org.jspecify.annotations.Nullable;

/** Which namespace a task is about. */
public final class Namespaces {
  private Namespaces() {}

  /** The given one; that of the flow when none is given. */
  public static String orOwn(@Nullable String namespace, TaskContext context) {
    return namespace == null || namespace.isBlank() ? context.attempt().namespace() : namespace;
  }
}
