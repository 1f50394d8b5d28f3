package dev.legato.storage.secret;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A secret as it is stored.
 *
 * @param sealed as {@link Keyring} has made it
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
