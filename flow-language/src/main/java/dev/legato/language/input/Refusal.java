package dev.legato.language.input;

/** A value does not fit; the message is a sentence without its subject: {@code must be ...}. */
public final class Refusal extends Exception {
  private static final long serialVersionUID = 1L;

  private final Reason reason;

  Refusal(Reason reason, String message) {
    super(message, null, false, false);
    this.reason = reason;
  }

  public Reason reason() {
    return reason;
  }

  /** What is wrong with the value of an input. */
  public enum Reason {
    MISSING,
    WRONG_TYPE,
    PATTERN,
    NOT_AMONG_VALUES,
    OUT_OF_BOUNDS,
    EXTENSION,
    /** The condition, default or expression of the input cannot be rendered. */
    NOT_RENDERED,
    /** Secret values need an encryption key, which the server does not have. */
    NO_ENCRYPTION_KEY
  }
}
