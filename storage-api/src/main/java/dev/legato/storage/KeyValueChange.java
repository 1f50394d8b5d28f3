package dev.legato.storage;

import java.time.Duration;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Gives a key a value.
 *
 * @param key letters, digits, {@code . _ -}, beginning with a letter or digit
 * @param description absent to keep the one that is there
 * @param timeToLive absent for ever
 */
public record KeyValueChange(
    String namespace,
    String key,
    KeyValue value,
    @Nullable String description,
    @Nullable Duration timeToLive) {
  private static final int MAX_KEY_LENGTH = 255;
  private static final Duration LONGEST_LIFE = Duration.ofDays(365_000);
  private static final Pattern KEY = Pattern.compile("[a-zA-Z0-9][a-zA-Z0-9._-]*");

  /**
   * @throws IllegalArgumentException when the key or the time to live is not valid, in words for
   *     the user
   */
  public KeyValueChange {
    if (key.length() > MAX_KEY_LENGTH || !KEY.matcher(key).matches()) {
      throw new IllegalArgumentException(
          "'%s' is not a valid key: use up to %d letters, digits, '.', '_' and '-', beginning with a letter or digit"
              .formatted(key, MAX_KEY_LENGTH));
    }
    if (timeToLive != null
        && (!timeToLive.isPositive() || timeToLive.compareTo(LONGEST_LIFE) > 0)) {
      throw new IllegalArgumentException(
          "The key '%s' cannot live for %s: use a duration such as P7D, up to a thousand years"
              .formatted(key, timeToLive));
    }
  }
}
