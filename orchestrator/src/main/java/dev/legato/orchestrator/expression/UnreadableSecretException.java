package dev.legato.orchestrator.expression;

/** A secret is there, but not in a form that can be read. The message says what to do. */
public final class UnreadableSecretException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * @param remedy goes on after "found the secret, but "; must not hold any part of the secret
   */
  public UnreadableSecretException(String remedy) {
    super(remedy);
  }
}
