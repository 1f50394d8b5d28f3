package dev.legato.orchestrator.call;

/**
 * A call cannot be carried out, and the flow or its data are the reason; in words for its author.
 */
final class CallFailure extends Exception {
  private static final long serialVersionUID = 1L;

  CallFailure(String message) {
    super(message);
  }

  CallFailure(String message, Throwable cause) {
    super(message, cause);
  }

  String reason() {
    return String.valueOf(getMessage());
  }
}
