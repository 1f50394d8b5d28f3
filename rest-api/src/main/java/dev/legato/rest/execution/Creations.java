package dev.legato.rest.execution;

import dev.legato.model.execution.ExecutionRecord;
import dev.legato.model.execution.StoredExecution;
import dev.legato.model.flow.Check;
import dev.legato.model.flow.FlowId;
import dev.legato.orchestrator.execution.CreateOutcome;
import dev.legato.orchestrator.execution.CreateOutcome.Blocked;
import dev.legato.orchestrator.execution.CreateOutcome.Created;
import dev.legato.orchestrator.execution.CreateOutcome.ExecutionRemoved;
import dev.legato.orchestrator.execution.CreateOutcome.FlowDisabled;
import dev.legato.orchestrator.execution.CreateOutcome.FlowInvalid;
import dev.legato.orchestrator.execution.CreateOutcome.InvalidBreakpoints;
import dev.legato.orchestrator.execution.CreateOutcome.InvalidInputs;
import dev.legato.orchestrator.execution.CreateOutcome.InvalidLabel;
import dev.legato.orchestrator.execution.CreateOutcome.NoSuchFlow;
import dev.legato.orchestrator.execution.CreateOutcome.Overloaded;
import dev.legato.orchestrator.execution.CreateOutcome.RequestKeyReused;
import dev.legato.rest.http.Call;
import dev.legato.rest.http.Problem;
import dev.legato.rest.http.Problem.Detail;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/** Tells clients what became of their wish for an execution. */
final class Creations {
  private Creations() {}

  /**
   * The execution that was created.
   *
   * @throws Problem when none was
   */
  static ExecutionRecord created(CreateOutcome outcome) {
    return switch (outcome) {
      case Created(var execution) -> execution;
      case NoSuchFlow(var flow, var revision) -> throw Outcomes.noSuchFlow(flow, revision);
      case FlowDisabled(var flow) ->
          throw Problem.conflict("flow '%s' is disabled".formatted(flow));
      case FlowInvalid(var flow, var reason) -> throw invalid(flow, reason);
      case InvalidInputs(var problems) -> throw Outcomes.invalidInputs(problems);
      case Blocked(var checks) -> throw blocked(checks);
      case InvalidLabel(var reason) -> throw Problem.illegalArgument(reason);
      case InvalidBreakpoints(var reason) -> throw Problem.illegalArgument(reason);
      case RequestKeyReused(var key) ->
          throw Problem.illegalArgument(
              "%s '%s' was used before for another request; use a new one"
                  .formatted(CreateReader.KEY_HEADER, key));
      case ExecutionRemoved(var execution) ->
          throw Problem.conflict(
              "execution '%s' of this request was removed; use a new %s to start another"
                  .formatted(execution, CreateReader.KEY_HEADER));
      case Overloaded(var retryAfter) -> throw Outcomes.overloaded(retryAfter);
    };
  }

  private static Problem blocked(List<Check> checks) {
    return Problem.invalid(
        checks.stream()
            .filter(check -> check.behavior() == Check.Behavior.BLOCK_EXECUTION)
            .map(check -> new Detail(check.message(), "checks", "CHECK_FAILED"))
            .toList());
  }

  static Problem invalid(FlowId flow, String reason) {
    return Problem.conflict("flow '%s' is not valid: %s".formatted(flow, reason));
  }

  /** Also answers when the server stops: the execution goes on elsewhere or later. */
  static StoredExecution awaitEnd(Call call, ExecutionPorts ports, ExecutionRecord execution)
      throws InterruptedException {
    call.waitPatiently();
    var ended = ports.orchestrator().ends().of(execution.id());
    try {
      CompletableFuture.anyOf(ended, call.stopping()).get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("Expected to hear of the end of an execution", e);
    } finally {
      ended.cancel(false);
    }
    return ports.store().find(execution.id()).orElse(new StoredExecution(execution, List.of()));
  }
}
