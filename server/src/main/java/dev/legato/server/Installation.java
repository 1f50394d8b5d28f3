package dev.legato.server;

import dev.legato.storage.StorageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/** What tells one data directory from another. */
final class Installation {
  private Installation() {}

  /**
   * Made when the directory is first used.
   *
   * @throws StorageException when what is there is not an id
   */
  static UUID id(Path dataDirectory) {
    Path file = dataDirectory.resolve("installation");
    try {
      if (Files.exists(file) && Files.size(file) > 0) {
        return UUID.fromString(Files.readString(file).strip());
      }
      UUID id = UUID.randomUUID();
      write(file, id + System.lineSeparator());
      return id;
    } catch (IOException | IllegalArgumentException e) {
      throw new StorageException(
          "The file %s cannot be used; delete it to have it made again".formatted(file), e);
    }
  }

  /** In one step: a server that dies here must not keep the next one from starting. */
  private static void write(Path file, String content) throws IOException {
    Path whole = file.resolveSibling(file.getFileName() + ".new");
    Files.writeString(
        whole,
        content,
        StandardOpenOption.CREATE,
        StandardOpenOption.TRUNCATE_EXISTING,
        StandardOpenOption.WRITE,
        StandardOpenOption.SYNC);
    Files.move(whole, file, StandardCopyOption.ATOMIC_MOVE);
  }
}
