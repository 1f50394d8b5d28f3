package dev.legato.plugins.core.kv;

import dev.legato.plugin.TaskContext;
import org.jspecify.annotations.Nullable;

/** Where values are. */
final class Namespaces {
  private Namespaces() {}

  /** The given one, else that of the flow. */
  static String orOwn(@Nullable String namespace, TaskContext context) {
    return namespace == null || namespace.isEmpty() ? context.attempt().namespace() : namespace;
  }
}
