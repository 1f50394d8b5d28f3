package dev.legato.server.security;

import dev.legato.storage.StorageException;
import dev.legato.storage.secret.Keyring;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;

/**
 * The keys that secrets are sealed with: those of the configuration, or one that is made in the
 * data directory when it is first used.
 */
public final class MasterKeys {
  private static final String FILE = "secret.key";

  private MasterKeys() {}

  /**
   * The keys of a server.
   *
   * @param configured in Base64, the one in use first; none to use the data directory's
   * @throws StorageException when a key cannot be used, in words for the administrator
   */
  public static Keyring load(List<String> configured, Path dataDirectory, RandomGenerator random) {
    Path file = dataDirectory.resolve(FILE);
    return load(configured, file, random, () -> make(file, random));
  }

  /** The same without making a key: where there is none, nothing was sealed yet. */
  public static Keyring find(List<String> configured, Path dataDirectory, RandomGenerator random) {
    return load(configured, dataDirectory.resolve(FILE), random, () -> key(random));
  }

  /** Gives a key where there is none yet. */
  @FunctionalInterface
  private interface FirstKey {
    byte[] get() throws IOException;
  }

  private static Keyring load(
      List<String> configured, Path file, RandomGenerator random, FirstKey first) {
    try {
      List<byte[]> keys = new ArrayList<>();
      for (String key : configured) {
        keys.add(decode(key));
      }
      if (Files.exists(file)) {
        keys.add(decode(Files.readString(file))); // what it has sealed can still be read
      } else if (keys.isEmpty()) {
        keys.add(first.get());
      }
      return new Keyring(keys, random);
    } catch (IllegalArgumentException e) {
      throw new StorageException(
          "An encryption key cannot be used; it must be the Base64 of %d random bytes, in 'encryption.secret-key' of the configuration or in %s"
              .formatted(Keyring.KEY_BYTES, file),
          e);
    } catch (IOException e) {
      throw new StorageException("The encryption key in %s cannot be used".formatted(file), e);
    }
  }

  private static byte[] decode(String key) {
    return Base64.getDecoder().decode(key.strip());
  }

  private static byte[] key(RandomGenerator random) {
    byte[] key = new byte[Keyring.KEY_BYTES];
    random.nextBytes(key);
    return key;
  }

  /** In one step: a server that dies here must not leave half a key. */
  private static byte[] make(Path file, RandomGenerator random) throws IOException {
    byte[] key = key(random);
    Path whole = file.resolveSibling(FILE + ".new");
    Files.deleteIfExists(whole);
    try (var channel =
        Files.newByteChannel(
            whole,
            EnumSet.of(
                StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE, StandardOpenOption.SYNC),
            ownerOnly(file))) {
      byte[] text = Base64.getEncoder().encode(key);
      channel.write(ByteBuffer.wrap(text));
    }
    Files.move(whole, file, StandardCopyOption.ATOMIC_MOVE);
    return key;
  }

  private static FileAttribute<?>[] ownerOnly(Path file) {
    Set<String> views = file.getFileSystem().supportedFileAttributeViews();
    return views.contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        }
        : new FileAttribute<?>[0];
  }
}
