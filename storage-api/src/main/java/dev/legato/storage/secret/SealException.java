package dev.legato.storage.secret;

import dev.legato.storage.StorageException;

/** A sealed text cannot be opened; the message says why and holds no secret. */
public final class SealException extends StorageException {
  private static final long serialVersionUID = 1L;

  SealException(String message) {
    super(message);
  }

  SealException(String message, Throwable cause) {
    super(message, cause);
  }
}
