package dev.legato.plugins.serdes.encrypt;

import dev.legato.plugin.TaskFailure;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.engines.AESEngine;
import org.bouncycastle.crypto.modes.GCMBlockCipher;
import org.bouncycastle.crypto.modes.GCMModeCipher;
import org.bouncycastle.crypto.params.AEADParameters;
import org.bouncycastle.crypto.params.KeyParameter;

/**
 * Files with a header that says how their key is made, and content in AES-256-GCM that covers the
 * header, too. What comes out before the end is not checked yet: it must not be shown before.
 */
final class SealedFile {
  static final byte[] MARK = "KESTRAENC".getBytes(StandardCharsets.US_ASCII);
  private static final byte VERSION = 1;
  private static final int SALT = 16;
  private static final int NONCE = 12;
  private static final int KEY = 32;
  private static final int TAG_BITS = 128;
  private static final int HEADER = MARK.length + 2 + SALT + NONCE + 3 * Integer.BYTES;

  private SealedFile() {}

  static void encrypt(
      InputStream in, OutputStream out, KeyDerivation way, String password, Keys.Cost cost)
      throws TaskFailure, IOException {
    byte[] header =
        ByteBuffer.allocate(HEADER)
            .put(MARK)
            .put(VERSION)
            .put(way.code())
            .put(Keys.random(SALT))
            .put(Keys.random(NONCE))
            .putInt(cost.iterations())
            .putInt(cost.memory())
            .putInt(cost.parallelism())
            .array();
    out.write(header);
    try {
      copy(cipher(true, header, password), in, out);
    } catch (InvalidCipherTextException e) {
      throw new IllegalStateException("Expected to be able to encrypt", e);
    }
  }

  /**
   * @param in behind the mark
   */
  static void decrypt(InputStream in, OutputStream out, String password)
      throws TaskFailure, IOException {
    byte[] rest = in.readNBytes(HEADER - MARK.length);
    byte[] header = Arrays.copyOf(MARK, HEADER);
    System.arraycopy(rest, 0, header, MARK.length, rest.length);
    try {
      copy(cipher(false, header, password), in, out);
    } catch (InvalidCipherTextException e) {
      throw new TaskFailure(
          "The file cannot be decrypted: the password is wrong, or the file is damaged.", e);
    }
  }

  private static GCMModeCipher cipher(boolean encrypts, byte[] header, String password)
      throws TaskFailure {
    ByteBuffer fields = ByteBuffer.wrap(header).position(MARK.length);
    byte version = fields.get();
    Optional<KeyDerivation> way = KeyDerivation.of(fields.get());
    if (version != VERSION || way.isEmpty()) {
      throw new TaskFailure("The file is of a kind that is not known here.");
    }
    byte[] salt = new byte[SALT];
    byte[] nonce = new byte[NONCE];
    fields.get(salt).get(nonce);
    Keys.Cost cost;
    try {
      cost = new Keys.Cost(fields.getInt(), fields.getInt(), fields.getInt());
    } catch (IllegalArgumentException e) {
      throw new TaskFailure(String.valueOf(e.getMessage()), e);
    }
    byte[] key = Keys.derive(way.get(), password, salt, cost, KEY);
    GCMModeCipher cipher = GCMBlockCipher.newInstance(AESEngine.newInstance());
    cipher.init(encrypts, new AEADParameters(new KeyParameter(key), TAG_BITS, nonce, header));
    return cipher;
  }

  private static void copy(GCMModeCipher cipher, InputStream in, OutputStream out)
      throws IOException, InvalidCipherTextException {
    byte[] block = new byte[64 << 10];
    byte[] changed = new byte[cipher.getUpdateOutputSize(block.length) + 64];
    for (int read = in.read(block); read >= 0; read = in.read(block)) {
      out.write(changed, 0, cipher.processBytes(block, 0, read, changed, 0));
    }
    out.write(changed, 0, cipher.doFinal(changed, 0));
  }
}
