package dev.legato.server;

import dev.legato.storage.StorageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;

/** What tells one data directory from another. */
final class Installation {
  private Installation() {}

  /** Made when the directory is first used. */
  static UUID id(Path dataDirectory) {
    Path file = dataDirectory.resolve("installation");
    try {
      if (Files.exists(file)) {
        return UUID.fromString(Files.readString(file).strip());
      }
      UUID id = UUID.randomUUID();
      Files.writeString(file, id + System.lineSeparator());
      return id;
    } catch (IOException | IllegalArgumentException e) {
      throw new StorageException(
          "The file %s cannot be used; delete it to have it made again".formatted(file), e);
    }
  }
}
