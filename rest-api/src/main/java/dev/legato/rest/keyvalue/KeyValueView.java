package dev.legato.rest.keyvalue;

import dev.legato.storage.KeyValueEntry;
import dev.legato.storage.KeyValueType;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The value of a key.
 *
 * @param revision 1, one more with each new value
 */
public record KeyValueView(
    KeyValueType type, Object value, int revision, Instant updated, @Nullable Instant expires) {
  static KeyValueView of(KeyValueEntry entry) {
    return new KeyValueView(
        entry.value().type(),
        entry.value().value(),
        entry.revision(),
        entry.updatedAt(),
        entry.expiresAt());
  }
}
