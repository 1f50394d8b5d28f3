package dev.legato.rest.keyvalue;

import dev.legato.storage.KeyValueEntry;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A key without its value.
 *
 * @param version the same as {@code revision}, for older clients
 */
public record KeyEntryView(
    String namespace,
    String key,
    int version,
    int revision,
    @Nullable String description,
    Instant creationDate,
    Instant updateDate,
    @Nullable Instant expirationDate) {
  static KeyEntryView of(KeyValueEntry entry) {
    return new KeyEntryView(
        entry.namespace(),
        entry.key(),
        entry.revision(),
        entry.revision(),
        entry.description(),
        entry.createdAt(),
        entry.updatedAt(),
        entry.expiresAt());
  }
}
