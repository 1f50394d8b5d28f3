package dev.legato.storage;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A key as it is stored.
 *
 * @param revision 1, one more with each new value
 * @param expiresAt from then on the key is as good as missing
 */
public record KeyValueEntry(
    String namespace,
    String key,
    KeyValue value,
    @Nullable String description,
    int revision,
    Instant createdAt,
    Instant updatedAt,
    @Nullable Instant expiresAt) {
  public boolean hasExpired(Instant now) {
    return expiresAt != null && !now.isBefore(expiresAt);
  }
}
