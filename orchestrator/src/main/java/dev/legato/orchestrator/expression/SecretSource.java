package dev.legato.orchestrator.expression;

import java.util.Optional;

/** Where secrets are kept. */
@FunctionalInterface
public interface SecretSource {
  /**
   * The secret of that name, for flows of a namespace.
   *
   * @param key as the author of the flow wrote it
   * @throws UnreadableSecretException when it is there in a form that cannot be read
   */
  Optional<String> find(String namespace, String key);
}
