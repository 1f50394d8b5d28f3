package dev.legato.storage.file;

/**
 * A text is no path or address of a file in internal storage: the caller's mistake, in words for
 * the caller.
 */
public final class UnsafePathException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  public UnsafePathException(String message) {
    super(message);
  }
}
