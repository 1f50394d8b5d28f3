package dev.legato.storage;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Gives a key a secret.
 *
 * @param key letters, digits, {@code . _ -}, beginning with a letter, a digit or an underscore
 * @param sealed as {@link dev.legato.storage.secret.Keyring} has made it
 * @param description for people; absent to keep the one that is there
 */
public record SecretChange(
    String namespace, String key, String sealed, @Nullable String description) {
  private static final int MAX_KEY_LENGTH = 255;
  private static final Pattern KEY = Pattern.compile("[a-zA-Z0-9_][a-zA-Z0-9._-]*");

  /**
   * @throws IllegalArgumentException when the key is not valid, in words for the user
   */
  public SecretChange {
    if (key.length() > MAX_KEY_LENGTH || !KEY.matcher(key).matches()) {
      throw new IllegalArgumentException(
          "a secret's key has up to %d letters, digits, '.', '_' and '-', and begins with a letter, a digit or '_'"
              .formatted(MAX_KEY_LENGTH));
    }
  }
}
