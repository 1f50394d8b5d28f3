package dev.legato.storage.secret;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Seals texts with AES-256-GCM. A sealed text names its key and is bound to its purpose: moved to
 * another place it cannot be opened. New texts are sealed with the first key; the others only open.
 * Safe for use by many threads.
 */
public final class Keyring {
  /** How long a key must be. */
  public static final int KEY_BYTES = 32;

  private static final String ALGORITHM = "AES/GCM/NoPadding";
  private static final int VECTOR_BYTES = 12;
  private static final int TAG_BITS = 128;
  private static final int ID_DIGITS = 8;

  private final Map<String, SecretKey> keys = new LinkedHashMap<>();
  private final String current;
  private final RandomGenerator random;

  /**
   * A ring of keys.
   *
   * @param keys the one that seals, then older ones that still open; each of {@value #KEY_BYTES}
   *     bytes
   * @param random must be cryptographically strong and safe for use by many threads
   */
  public Keyring(List<byte[]> keys, RandomGenerator random) {
    if (keys.isEmpty()) {
      throw new IllegalArgumentException("At least one key is needed");
    }
    for (byte[] key : keys) {
      if (key.length != KEY_BYTES) {
        throw new IllegalArgumentException(
            "a key must have %d bytes, but one has %d".formatted(KEY_BYTES, key.length));
      }
      this.keys.putIfAbsent(idOf(key), new SecretKeySpec(key, "AES"));
    }
    this.current = idOf(keys.getFirst());
    this.random = random;
  }

  private static String idOf(byte[] key) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update("legato key".getBytes(StandardCharsets.US_ASCII));
      return HexFormat.of().formatHex(digest.digest(key)).substring(0, ID_DIGITS);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Expected every JDK to know SHA-256, but it does not", e);
    }
  }

  /** Names the key that seals; tells nothing about it. */
  public String current() {
    return current;
  }

  /** The id of the key that a text was sealed with. */
  public static String keyOf(String sealed) {
    int dot = sealed.indexOf('.');
    return dot < 0 ? "" : sealed.substring(0, dot);
  }

  /** Whether the text can be opened. */
  public boolean canOpen(String sealed) {
    return keys.containsKey(keyOf(sealed));
  }

  /**
   * Seals a text.
   *
   * @param purpose must be the same to open it
   */
  public String seal(String clear, String purpose) {
    byte[] vector = new byte[VECTOR_BYTES];
    random.nextBytes(vector);
    byte[] text = clear.getBytes(StandardCharsets.UTF_8);
    try {
      byte[] sealed = cipher(Cipher.ENCRYPT_MODE, current, vector, purpose).doFinal(text);
      byte[] all =
          ByteBuffer.allocate(vector.length + sealed.length).put(vector).put(sealed).array();
      return current + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(all);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Expected every JDK to know AES-GCM, but it failed", e);
    }
  }

  /**
   * Opens a text.
   *
   * @throws SealException when the key is not here, or the text or its purpose is another one
   */
  public String open(String sealed, String purpose) {
    String key = keyOf(sealed);
    if (!keys.containsKey(key)) {
      throw new SealException(
          "it was sealed with the key %s, which this server does not have".formatted(shown(key)));
    }
    try {
      byte[] all = Base64.getUrlDecoder().decode(sealed.substring(key.length() + 1));
      byte[] vector = new byte[VECTOR_BYTES];
      ByteBuffer.wrap(all).get(vector);
      byte[] clear =
          cipher(Cipher.DECRYPT_MODE, key, vector, purpose)
              .doFinal(all, VECTOR_BYTES, all.length - VECTOR_BYTES);
      return new String(clear, StandardCharsets.UTF_8);
    } catch (GeneralSecurityException | RuntimeException e) {
      throw new SealException("it was changed after it was sealed, or belongs elsewhere", e);
    }
  }

  /** What names no key of ours may be anything. */
  private static String shown(String key) {
    boolean isId = key.length() == ID_DIGITS && key.chars().allMatch(HexFormat::isHexDigit);
    return isId ? "'" + key + "'" : "of another program";
  }

  private Cipher cipher(int mode, String key, byte[] vector, String purpose)
      throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance(ALGORITHM);
    cipher.init(mode, keys.get(key), new GCMParameterSpec(TAG_BITS, vector));
    cipher.updateAAD(purpose.getBytes(StandardCharsets.UTF_8));
    return cipher;
  }

  /** Says nothing of keys. */
  @Override
  public String toString() {
    return "Keyring[" + String.join(", ", keys.keySet()) + "]";
  }
}
