package dev.legato.worker;

/** What a task returned cannot be kept; the message tells people why. */
final class UnfitOutputException extends Exception {
  private static final long serialVersionUID = 1L;

  UnfitOutputException(String message) {
    super(message);
  }

  @Override
  public String getMessage() {
    return String.valueOf(super.getMessage());
  }
}
