package dev.legato.storage.file;

import dev.legato.storage.StorageException;

/** Something else has the name already that a file or folder should get. */
public final class FileConflictException extends StorageException {
  private static final long serialVersionUID = 1L;

  public FileConflictException(SafePath path, String why) {
    super("'%s' cannot be written to internal storage: %s".formatted(path, why));
  }
}
