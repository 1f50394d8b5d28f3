package dev.legato.orchestrator.shard;

/** A stored revision cannot be run (any more). The message tells people which one and why. */
public final class UnusablePlanException extends IllegalStateException {
  private static final long serialVersionUID = 1;

  private final String reason;

  public UnusablePlanException(String reason) {
    super(reason);
    this.reason = reason;
  }

  /** In a sentence for people. */
  public String reason() {
    return reason;
  }
}
