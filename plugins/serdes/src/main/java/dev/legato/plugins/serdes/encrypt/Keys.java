package dev.legato.plugins.serdes.encrypt;

import dev.legato.plugin.TaskFailure;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.NoSuchAlgorithmException;
import javax.crypto.KeyGenerator;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.generators.SCrypt;
import org.bouncycastle.crypto.params.Argon2Parameters;

/** Makes keys of passwords. */
final class Keys {
  private static final int MOST_ITERATIONS = 100_000_000;
  private static final int MOST_MEMORY_KIB = 1 << 20;
  private static final int MOST_PASSES = 1_000;
  private static final int MOST_LANES = 64;
  private static final int SCRYPT_BLOCKS = 8;

  private Keys() {}

  /**
   * What a key costs, as a file's header says.
   *
   * @param iterations of PBKDF2; passes of Argon2
   * @param memory in KiB, of Argon2 and scrypt
   */
  record Cost(int iterations, int memory, int parallelism) {
    Cost {
      boolean bounded =
          iterations >= 1
              && iterations <= MOST_ITERATIONS
              && memory >= 8
              && memory <= MOST_MEMORY_KIB
              && parallelism >= 1
              && parallelism <= MOST_LANES;
      if (!bounded) {
        throw new IllegalArgumentException(
            "A key cannot cost %,d iterations, %,d KiB and %d lanes: at most %,d, %,d and %d are allowed"
                .formatted(
                    iterations, memory, parallelism, MOST_ITERATIONS, MOST_MEMORY_KIB, MOST_LANES));
      }
    }
  }

  static byte[] derive(KeyDerivation way, String password, byte[] salt, Cost cost, int bytes)
      throws TaskFailure {
    return switch (way) {
      case PBKDF2_SHA256 -> pbkdf2("PBKDF2WithHmacSHA256", password, salt, cost, bytes);
      case PBKDF2_SHA512 -> pbkdf2("PBKDF2WithHmacSHA512", password, salt, cost, bytes);
      case ARGON2ID -> argon2(password, salt, cost, bytes);
      case SCRYPT -> scrypt(password, salt, cost, bytes);
    };
  }

  private static byte[] pbkdf2(String name, String password, byte[] salt, Cost cost, int bytes)
      throws TaskFailure {
    if (password.isEmpty()) {
      throw new TaskFailure("'password' is empty.");
    }
    try {
      var spec = new PBEKeySpec(password.toCharArray(), salt, cost.iterations(), bytes * Byte.SIZE);
      return SecretKeyFactory.getInstance(name).generateSecret(spec).getEncoded();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Expected every JDK to know " + name, e);
    }
  }

  private static byte[] argon2(String password, byte[] salt, Cost cost, int bytes)
      throws TaskFailure {
    if (cost.iterations() > MOST_PASSES) {
      throw new TaskFailure("'argon2TimeCost' is at most %,d.".formatted(MOST_PASSES));
    }
    var generator = new Argon2BytesGenerator();
    generator.init(
        new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
            .withSalt(salt)
            .withIterations(cost.iterations())
            .withMemoryAsKB(Math.max(cost.memory(), SCRYPT_BLOCKS * cost.parallelism()))
            .withParallelism(cost.parallelism())
            .build());
    byte[] key = new byte[bytes];
    generator.generateBytes(password.getBytes(StandardCharsets.UTF_8), key);
    return key;
  }

  /** A block of scrypt has a kibibyte: so many blocks as there is memory, as a power of two. */
  private static byte[] scrypt(String password, byte[] salt, Cost cost, int bytes) {
    return SCrypt.generate(
        password.getBytes(StandardCharsets.UTF_8),
        salt,
        Math.max(2, Integer.highestOneBit(cost.memory())),
        SCRYPT_BLOCKS,
        cost.parallelism(),
        bytes);
  }

  /** Bytes that nobody can foresee. */
  static byte[] random(int bytes) {
    try {
      KeyGenerator generator = KeyGenerator.getInstance("HmacSHA256");
      generator.init(bytes * Byte.SIZE);
      return generator.generateKey().getEncoded();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Expected every JDK to make keys", e);
    }
  }
}
