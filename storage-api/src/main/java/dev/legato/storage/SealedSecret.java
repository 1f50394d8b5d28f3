package dev.legato.storage;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A secret as it is stored.
 *
 * @param sealed as {@link dev.legato.storage.secret.Keyring} has made it
 * @param revision 1, one more with each new secret
 */
public record SealedSecret(
    String namespace,
    String key,
    String sealed,
    @Nullable String description,
    int revision,
    Instant createdAt,
    Instant updatedAt) {}
