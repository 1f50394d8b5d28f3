package dev.legato.rest.execution;

import dev.legato.language.input.InputProblem;
import dev.legato.model.execution.ExecutionRecord;
import dev.legato.model.flow.FlowId;
import dev.legato.orchestrator.execution.ActionOutcome;
import dev.legato.orchestrator.execution.ActionOutcome.Done;
import dev.legato.orchestrator.execution.ActionOutcome.FlowInvalid;
import dev.legato.orchestrator.execution.ActionOutcome.InvalidInputs;
import dev.legato.orchestrator.execution.ActionOutcome.NoSuchExecution;
import dev.legato.orchestrator.execution.ActionOutcome.NoSuchRevision;
import dev.legato.orchestrator.execution.ActionOutcome.NoSuchTaskRun;
import dev.legato.orchestrator.execution.ActionOutcome.Overloaded;
import dev.legato.orchestrator.execution.ActionOutcome.Refused;
import dev.legato.orchestrator.execution.ActionOutcome.Removed;
import dev.legato.orchestrator.execution.ActionOutcome.Senseless;
import dev.legato.rest.http.PathIds;
import dev.legato.rest.http.Problem;
import dev.legato.rest.http.Problem.Detail;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Tells clients why something was not done. */
final class Outcomes {
  private Outcomes() {}

  /**
   * The execution after an action; empty when it is gone.
   *
   * @param refusal the status of the answer when the execution is not in a state for the action
   * @throws Problem when nothing was done
   */
  static Optional<ExecutionRecord> changed(ActionOutcome outcome, int refusal) {
    return switch (outcome) {
      case Done(var execution) -> Optional.of(execution);
      case Removed _ -> Optional.empty();
      case NoSuchExecution(var id) -> throw PathIds.noSuchExecution(id.value());
      case NoSuchTaskRun _ -> throw Problem.notFound(outcome.reason());
      case NoSuchRevision(var flow, var revision) -> throw noSuchFlow(flow, revision);
      case FlowInvalid _ -> throw Problem.conflict(outcome.reason());
      case Refused(_, _, var reason) -> throw Problem.refused(refusal, reason);
      case Senseless(var reason) -> throw Problem.illegalArgument(reason);
      case InvalidInputs(var problems) -> throw invalidInputs(problems);
      case Overloaded(var retryAfter) -> throw overloaded(retryAfter);
    };
  }

  static Problem noSuchFlow(FlowId flow, @Nullable Integer revision) {
    String name = "flow '%s'".formatted(flow.id());
    return Problem.notFound(
        "%s does not exist in namespace '%s'"
            .formatted(
                revision == null ? name : "revision %d of %s".formatted(revision, name),
                flow.namespace()));
  }

  static Problem invalidInputs(List<InputProblem> problems) {
    return Problem.invalid(
        problems.stream()
            .map(problem -> new Detail(problem.messageToCaller(), "inputs." + problem.inputId()))
            .toList());
  }

  static Problem overloaded(Duration retryAfter) {
    return Problem.tooMany(
        "too much waits to be done; try again", Math.max(1, retryAfter.toSeconds()));
  }
}
