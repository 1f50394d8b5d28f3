package dev.legato.plugins.serdes.encrypt;

import dev.legato.plugin.TaskFailure;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** Files as {@code openssl enc -aes-256-cbc -pbkdf2 -iter N} writes and reads them. */
final class OpenSslFile {
  static final byte[] MARK = "Salted__".getBytes(StandardCharsets.US_ASCII);
  private static final int SALT = 8;
  private static final int KEY = 32;
  private static final int BLOCK = 16;

  private OpenSslFile() {}

  static void encrypt(InputStream in, OutputStream out, String password, Keys.Cost cost)
      throws TaskFailure, IOException {
    byte[] salt = Keys.random(SALT);
    out.write(MARK);
    out.write(salt);
    try {
      copy(cipher(Cipher.ENCRYPT_MODE, password, salt, cost), in, out);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Expected every JDK to encrypt", e);
    }
  }

  /**
   * @param in behind the mark
   */
  static void decrypt(InputStream in, OutputStream out, String password, Keys.Cost cost)
      throws TaskFailure, IOException {
    byte[] salt = in.readNBytes(SALT);
    try {
      copy(cipher(Cipher.DECRYPT_MODE, password, salt, cost), in, out);
    } catch (GeneralSecurityException e) {
      throw new TaskFailure(
          "The file cannot be decrypted: the password or 'iterations' is wrong, or the file is damaged.",
          e);
    }
  }

  private static Cipher cipher(int mode, String password, byte[] salt, Keys.Cost cost)
      throws TaskFailure, GeneralSecurityException {
    byte[] derived = Keys.derive(KeyDerivation.PBKDF2_SHA256, password, salt, cost, KEY + BLOCK);
    Cipher cipher = Cipher.getInstance("AES/CBC/PKCS5Padding");
    cipher.init(
        mode,
        new SecretKeySpec(derived, 0, KEY, "AES"),
        new IvParameterSpec(Arrays.copyOfRange(derived, KEY, KEY + BLOCK)));
    return cipher;
  }

  private static void copy(Cipher cipher, InputStream in, OutputStream out)
      throws IOException, GeneralSecurityException {
    byte[] block = new byte[64 << 10];
    for (int read = in.read(block); read >= 0; read = in.read(block)) {
      byte[] changed = cipher.update(block, 0, read);
      if (changed != null) {
        out.write(changed);
      }
    }
    out.write(cipher.doFinal());
  }
}
