package dev.legato.server.crash;

/**
 * A broken promise.
 *
 * @param subject the execution, task run or request
 */
record Violation(Invariant invariant, String subject, String what) {
  @Override
  public String toString() {
    return "%s %s: %s (%s)".formatted(invariant, subject, what, invariant.promise());
  }
}
