package dev.legato.model.flow;

/**
 * How many executions of a flow may run at once.
 *
 * @param limit at least 1
 * @param behavior what becomes of an execution that finds no place
 */
public record Concurrency(int limit, Behavior behavior) {
  /** What becomes of an execution that finds no place. */
  public enum Behavior {
    /** It waits its turn. */
    QUEUE,
    CANCEL,
    FAIL
  }
}
