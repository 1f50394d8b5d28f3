package dev.legato.plugin.keyvalue;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A value to store.
 *
 * @param value a JSON value
 * @param type absent for the one that fits the value; a text is converted to it
 * @param lifetime after which the value counts as missing; absent for ever
 * @param overwrite whether it may take the place of another
 */
public record NewKeyValue(
    Object value, @Nullable KeyValueType type, @Nullable Duration lifetime, boolean overwrite) {
  /** Stored for ever, in place of what is there. */
  public static NewKeyValue of(Object value) {
    return new NewKeyValue(value, null, null, true);
  }
}
