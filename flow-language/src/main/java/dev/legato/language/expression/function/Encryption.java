package dev.legato.language.expression.function;

import dev.legato.language.expression.runtime.Call;
import dev.legato.language.expression.runtime.ExpressionFunction;
import dev.legato.language.expression.runtime.Signature;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.random.RandomGenerator;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** AES-GCM: Base64 of a 12-byte random vector, followed by the cipher text and its 16-byte tag. */
final class Encryption {
  private static final String ALGORITHM = "AES/GCM/NoPadding";
  private static final int VECTOR_BYTES = 12;
  private static final int TAG_BITS = 128;

  private final RandomGenerator random;

  private Encryption(RandomGenerator random) {
    this.random = random;
  }

  static List<ExpressionFunction> all(RandomGenerator random) {
    Encryption encryption = new Encryption(random);
    return List.of(
        ExpressionFunction.of(
            Signature.of("encrypt", "Encrypts with a Base64 AES key", "key", "plaintext"),
            encryption::encrypt),
        ExpressionFunction.of(
            Signature.of("decrypt", "Decrypts what encrypt gave", "key", "encrypted"),
            Encryption::decrypt));
  }

  private String encrypt(Call call) {
    byte[] vector = new byte[VECTOR_BYTES];
    random.nextBytes(vector);
    byte[] text = call.text("plaintext").getBytes(StandardCharsets.UTF_8);
    try {
      byte[] sealed = cipher(Cipher.ENCRYPT_MODE, vector, call).doFinal(text);
      byte[] all =
          ByteBuffer.allocate(vector.length + sealed.length).put(vector).put(sealed).array();
      return Base64.getEncoder().encodeToString(all);
    } catch (GeneralSecurityException e) {
      throw call.fail("needs a Base64 key of 16, 24 or 32 bytes");
    }
  }

  private static String decrypt(Call call) {
    byte[] all = decode(call.text("encrypted"), "encrypted", call);
    if (all.length <= VECTOR_BYTES) {
      throw call.fail("got text that 'encrypt' did not produce");
    }
    byte[] vector = Arrays.copyOf(all, VECTOR_BYTES);
    try {
      byte[] text =
          cipher(Cipher.DECRYPT_MODE, vector, call)
              .doFinal(all, VECTOR_BYTES, all.length - VECTOR_BYTES);
      return new String(text, StandardCharsets.UTF_8);
    } catch (GeneralSecurityException e) {
      throw call.fail("cannot decrypt: wrong key or changed text");
    }
  }

  private static Cipher cipher(int mode, byte[] vector, Call call) throws GeneralSecurityException {
    byte[] key = decode(call.text("key"), "key", call);
    if (key.length != 16 && key.length != 24 && key.length != 32) {
      throw call.fail("needs a Base64 key of 16, 24 or 32 bytes");
    }
    Cipher cipher = Cipher.getInstance(ALGORITHM);
    cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, vector));
    return cipher;
  }

  private static byte[] decode(String text, String argument, Call call) {
    try {
      return Base64.getDecoder().decode(text);
    } catch (IllegalArgumentException e) {
      throw call.fail("needs Base64 for '%s'".formatted(argument));
    }
  }
}
