package dev.legato.orchestrator.execution;

import dev.legato.language.input.InputProblem;
import dev.legato.model.execution.ExecutionId;
import dev.legato.model.execution.ExecutionRecord;
import dev.legato.model.flow.Check;
import dev.legato.model.flow.FlowId;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What became of a request for an execution. */
public sealed interface CreateOutcome {
  /** The execution exists and will run, whatever happens. */
  record Created(ExecutionRecord execution) implements CreateOutcome {}

  record NoSuchFlow(FlowId flow, @Nullable Integer revision) implements CreateOutcome {}

  record FlowDisabled(FlowId flow) implements CreateOutcome {}

  /** The stored source is not valid (any more). */
  record FlowInvalid(FlowId flow, String reason) implements CreateOutcome {}

  record InvalidInputs(List<InputProblem> problems) implements CreateOutcome {}

  /**
   * Checks of the flow do not hold.
   *
   * @param checks most severe first
   */
  record Blocked(List<Check> checks) implements CreateOutcome {}

  record InvalidLabel(String reason) implements CreateOutcome {}

  /** Breakpoints stand at tasks that the flow does not have. */
  record InvalidBreakpoints(String reason) implements CreateOutcome {}

  /** The request key was used before, for a request with other content. */
  record RequestKeyReused(String key) implements CreateOutcome {}

  /** The execution that the same request has made was removed; it is not made again. */
  record ExecutionRemoved(ExecutionId execution) implements CreateOutcome {}

  /** Too much waits already; nothing was stored. */
  record Overloaded(Duration retryAfter) implements CreateOutcome {}
}
