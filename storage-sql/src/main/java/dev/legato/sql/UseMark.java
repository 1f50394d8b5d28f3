package dev.legato.sql;

import dev.legato.storage.StorageException;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file that exists while the database is in use. Found at the start, it tells that the process
 * that used the database before has died.
 */
record UseMark(Path file) {
  static UseMark in(Path file) {
    return new UseMark(file);
  }

  /** Makes the file; false when it was there already. */
  boolean set() {
    try {
      Files.createFile(file);
      return true;
    } catch (FileAlreadyExistsException leftBehind) {
      return false;
    } catch (IOException e) {
      throw new StorageException("Cannot write '%s'".formatted(file.toAbsolutePath()), e);
    }
  }

  /** Removes the file, once everything is on disk. */
  void clear() {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new StorageException("Cannot remove '%s'".formatted(file.toAbsolutePath()), e);
    }
  }
}
