package dev.legato.rest.secret;

import dev.legato.storage.SealedSecret;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is told of a secret.
 *
 * @param namespace absent for one of the environment, as is all but the key
 */
public record SecretView(
    String key,
    @Nullable String namespace,
    @Nullable String description,
    @Nullable Integer revision,
    @Nullable Instant created,
    @Nullable Instant updated) {
  static SecretView of(SealedSecret secret) {
    return new SecretView(
        secret.key(),
        secret.namespace(),
        secret.description(),
        secret.revision(),
        secret.createdAt(),
        secret.updatedAt());
  }

  static SecretView ofEnvironment(String key) {
    return new SecretView(key, null, null, null, null, null);
  }
}
