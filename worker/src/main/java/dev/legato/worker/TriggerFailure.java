package dev.legato.worker;

/** A trigger could not look or listen; the message is for people and shows no secret. */
public final class TriggerFailure extends Exception {
  private static final long serialVersionUID = 1L;

  TriggerFailure(String message, Throwable cause) {
    super(message, cause);
  }
}
