package dev.legato.model.flow;

/**
 * A condition that has to hold for an execution to be created.
 *
 * @param condition a template
 * @param message for people, when the condition does not hold
 */
public record Check(String condition, String message, Style style, Behavior behavior) {
  /** How the message is shown. */
  public enum Style {
    ERROR,
    SUCCESS,
    WARNING,
    INFO
  }

  /** What becomes of the request when the condition does not hold; most severe first. */
  public enum Behavior {
    /** Nothing is created. */
    BLOCK_EXECUTION,
    /** An execution is created that has failed. */
    FAIL_EXECUTION,
    /** The message is shown, nothing else. */
    CREATE_EXECUTION
  }
}
