package dev.legato.orchestrator.expression;

import java.util.Optional;

/** Where secrets are kept. */
@FunctionalInterface
public interface SecretSource {
  /**
   * The secret of that name, for flows of a namespace.
   *
   * @param key as the author of the flow wrote it
   */
  Optional<String> find(String namespace, String key);
}
