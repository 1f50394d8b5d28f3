package dev.legato.language.expression;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds what expressions of a namespace's flows see as {@code namespace}. Is asked on threads that
 * must not wait.
 */
@FunctionalInterface
public interface NamespaceVariables {
  /** No namespace has any. */
  NamespaceVariables NONE = _ -> Map.of();

  /** JSON values by name. */
  Map<String, @Nullable Object> of(String namespace);
}
