package dev.legato.orchestrator.execution;

import dev.legato.model.execution.ExecutionId;
import dev.legato.model.execution.ExecutionRecord;
import dev.legato.model.execution.ExecutionStatus;

/** What became of a request to stop an execution. */
public sealed interface KillOutcome {
  /** It is on its way to its end. */
  record KillAccepted(ExecutionRecord execution) implements KillOutcome {}

  record AlreadyEnded(ExecutionStatus status) implements KillOutcome {}

  record NoSuchExecution(ExecutionId id) implements KillOutcome {}
}
