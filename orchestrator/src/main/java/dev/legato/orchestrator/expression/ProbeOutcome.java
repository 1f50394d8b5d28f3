package dev.legato.orchestrator.expression;

import dev.legato.model.execution.ExecutionId;
import org.jspecify.annotations.Nullable;

/** What an expression gave when somebody tried it out. */
public sealed interface ProbeOutcome {
  /**
   * It has a value.
   *
   * @param text as it would be printed
   * @param value the JSON value of an expression that stands alone, else the text
   */
  record Evaluated(String text, @Nullable Object value) implements ProbeOutcome {}

  /**
   * It has none.
   *
   * @param message for people, with the place
   * @param line one-based, inside the expression
   */
  record Failed(String message, int line) implements ProbeOutcome {}

  /** There are no variables to evaluate it with. */
  sealed interface Unusable extends ProbeOutcome {}

  record NoSuchExecution(ExecutionId id) implements Unusable {}

  record NoSuchTaskRun(ExecutionId execution, String taskRun) implements Unusable {}

  /** The flow of the execution cannot be used any more. */
  record FlowUnusable(ExecutionId execution, String reason) implements Unusable {}
}
