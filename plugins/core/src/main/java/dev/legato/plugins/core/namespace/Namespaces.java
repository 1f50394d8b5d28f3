package dev.legato.plugins.core.namespace;

import dev.legato.plugin.TaskContext;
import org.jspecify.annotations.Nullable;

/** Which namespace a task is about. */
final class Namespaces {
  private Namespaces() {}

  /** The flow's own when none is given. */
  static String of(@Nullable String namespace, TaskContext context) {
    return namespace == null || namespace.isBlank() ? context.attempt().namespace() : namespace;
  }
}
