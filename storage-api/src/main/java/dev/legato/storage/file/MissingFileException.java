package dev.legato.storage.file;

import dev.legato.storage.StorageException;

/** There is no file at a path. */
public final class MissingFileException extends StorageException {
  private static final long serialVersionUID = 1L;

  public MissingFileException(SafePath path) {
    super("There is no file '%s' in internal storage".formatted(path.uri()));
  }
}
