package dev.legato.storage;

/**
 * A search asks for what cannot be answered, such as an operator that its field does not know: the
 * caller's mistake, in words for the caller.
 */
public final class InvalidSearchException extends StorageException {
  private static final long serialVersionUID = 1L;

  public InvalidSearchException(String message) {
    super(message);
  }

  public InvalidSearchException(String message, Throwable cause) {
    super(message, cause);
  }
}
