package dev.legato.orchestrator.execution;

import dev.legato.language.input.InputProblem;
import dev.legato.model.execution.ExecutionId;
import dev.legato.model.execution.ExecutionRecord;
import dev.legato.model.execution.ExecutionStatus;
import dev.legato.model.flow.FlowId;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What became of an {@link Action}. Nothing has changed unless it is {@link Done} or Removed. */
public sealed interface ActionOutcome {
  /**
   * It is durable.
   *
   * @param execution as it is then; the new one when the action has made one
   */
  record Done(ExecutionRecord execution) implements ActionOutcome {}

  /** The execution is gone. */
  record Removed(ExecutionId id) implements ActionOutcome {}

  record NoSuchExecution(ExecutionId id) implements ActionOutcome {}

  record NoSuchTaskRun(ExecutionId id, String taskRunId) implements ActionOutcome {}

  record NoSuchRevision(FlowId flow, @Nullable Integer revision) implements ActionOutcome {}

  /** The revision to go on with is not valid (any more). */
  record FlowInvalid(FlowId flow, String reason) implements ActionOutcome {}

  /** The execution is not in a state for that. */
  record Refused(ExecutionId id, ExecutionStatus status, String reason) implements ActionOutcome {}

  /** What was asked for can never be done, whatever the execution. */
  record Senseless(String reason) implements ActionOutcome {}

  record InvalidInputs(List<InputProblem> problems) implements ActionOutcome {}

  /** Too much waits already. */
  record Overloaded(Duration retryAfter) implements ActionOutcome {}

  /** Whether the action has changed something. */
  default boolean isDone() {
    return this instanceof Done || this instanceof Removed;
  }

  /** Why nothing has changed, in a sentence for people; empty when something has. */
  default String reason() {
    return switch (this) {
      case Done _, Removed _ -> "";
      case NoSuchExecution missing -> "There is no execution '%s'.".formatted(missing.id());
      case NoSuchTaskRun missing ->
          "Execution '%s' has no task run '%s'.".formatted(missing.id(), missing.taskRunId());
      case NoSuchRevision missing ->
          missing.revision() == null
              ? "Flow '%s' does not exist.".formatted(missing.flow())
              : "Flow '%s' has no revision %d.".formatted(missing.flow(), missing.revision());
      case FlowInvalid invalid ->
          "Flow '%s' is not valid: %s".formatted(invalid.flow(), invalid.reason());
      case Refused refused -> refused.reason();
      case Senseless senseless -> senseless.reason();
      case InvalidInputs invalid ->
          String.join(" ", invalid.problems().stream().map(InputProblem::message).toList());
      case Overloaded _ -> "Too much waits to be done; try again.";
    };
  }
}
