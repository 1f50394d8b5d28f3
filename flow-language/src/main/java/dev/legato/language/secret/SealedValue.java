package dev.legato.language.secret;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A secret as it stands among the inputs and outputs of an execution: {@code {type:
 * io.kestra.datatype:aes_encrypted, value: …}}. Expressions of flows see the secret in its place.
 */
public final class SealedValue {
  /** What tells it from other maps. */
  public static final String TYPE = "io.kestra.datatype:aes_encrypted";

  private SealedValue() {}

  /** The JSON value of a secret. */
  public static Map<String, String> of(String secret, Seal seal) {
    Map<String, String> value = new LinkedHashMap<>();
    value.put("type", TYPE);
    value.put("value", seal.close(secret));
    return value;
  }

  /** The sealed text of a JSON value; null when it is none of a secret. */
  public static @Nullable String sealedIn(@Nullable Object value) {
    return value instanceof Map<?, ?> map
            && TYPE.equals(map.get("type")) // first, because maps may be views
            && map.size() == 2
            && map.get("value") instanceof String sealed
        ? sealed
        : null;
  }
}
