package dev.legato.storage.object;

import dev.legato.storage.StorageException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Content that waits in a local file until its length and checksum are known.
 *
 * @param size in bytes
 */
record Spool(Path file, long size, String sha256) implements AutoCloseable {
  private static final int BUFFER_BYTES = 64 << 10;

  /**
   * Reads content to its end.
   *
   * @throws IOException when the content cannot be read
   */
  static Spool of(InputStream content, Path folder) throws IOException {
    Path file = make(folder);
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      long size = copy(content, file, digest);
      return new Spool(file, size, HexFormat.of().formatHex(digest.digest()));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Expected every JDK to know SHA-256, but it does not", e);
    } catch (IOException | RuntimeException e) {
      Files.deleteIfExists(file);
      throw e;
    }
  }

  private static Path make(Path folder) {
    try {
      return Files.createTempFile(Files.createDirectories(folder), "upload-", null);
    } catch (IOException e) {
      throw failed(folder, e);
    }
  }

  private static long copy(InputStream content, Path file, MessageDigest digest)
      throws IOException {
    try (OutputStream out = open(file)) {
      byte[] buffer = new byte[BUFFER_BYTES];
      long size = 0;
      for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
        digest.update(buffer, 0, read);
        write(out, buffer, read, file);
        size += read;
      }
      return size;
    }
  }

  private static OutputStream open(Path file) {
    try {
      return Files.newOutputStream(file);
    } catch (IOException e) {
      throw failed(file, e);
    }
  }

  private static void write(OutputStream out, byte[] buffer, int length, Path file) {
    try {
      out.write(buffer, 0, length);
    } catch (IOException e) {
      throw failed(file, e);
    }
  }

  private static StorageException failed(Path place, IOException e) {
    return new StorageException("Cannot keep an upload in '%s'".formatted(place), e);
  }

  @Override
  public void close() {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw failed(file, e);
    }
  }
}
