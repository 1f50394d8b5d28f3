package dev.legato.engine;

/** An expression has no value; the message tells people why. */
public final class EvaluationFailure extends Exception {
  private static final long serialVersionUID = 1L;

  private final String reason;

  public EvaluationFailure(String reason) {
    super(reason);
    this.reason = reason;
  }

  public EvaluationFailure(String reason, Throwable cause) {
    super(reason, cause);
    this.reason = reason;
  }

  /** Why, in a sentence for people. */
  public String reason() {
    return reason;
  }
}
