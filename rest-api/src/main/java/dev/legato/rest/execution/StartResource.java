package dev.legato.rest.execution;

import dev.legato.model.execution.ExecutionId;
import dev.legato.model.execution.ExecutionRecord;
import dev.legato.model.execution.StoredExecution;
import dev.legato.model.flow.Check;
import dev.legato.model.flow.Flow;
import dev.legato.model.flow.FlowId;
import dev.legato.model.flow.InputType;
import dev.legato.orchestrator.execution.CreateOutcome;
import dev.legato.orchestrator.execution.CreateOutcome.Blocked;
import dev.legato.orchestrator.execution.CreateOutcome.Created;
import dev.legato.orchestrator.execution.CreateOutcome.ExecutionRemoved;
import dev.legato.orchestrator.execution.CreateOutcome.FlowDisabled;
import dev.legato.orchestrator.execution.CreateOutcome.FlowInvalid;
import dev.legato.orchestrator.execution.CreateOutcome.InvalidInputs;
import dev.legato.orchestrator.execution.CreateOutcome.InvalidLabel;
import dev.legato.orchestrator.execution.CreateOutcome.NoSuchFlow;
import dev.legato.orchestrator.execution.CreateOutcome.Overloaded;
import dev.legato.orchestrator.execution.CreateOutcome.RequestKeyReused;
import dev.legato.rest.http.Answer;
import dev.legato.rest.http.Call;
import dev.legato.rest.http.PathIds;
import dev.legato.rest.http.Problem;
import dev.legato.rest.http.Problem.Detail;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/** Starts executions and checks what they would be started with. */
final class StartResource {
  private final ExecutionPorts ports;
  private final InputsReader inputs;
  private final CreateReader reader;

  StartResource(ExecutionPorts ports, InputsReader inputs) {
    this.ports = ports;
    this.inputs = inputs;
    this.reader = new CreateReader(inputs);
  }

  Answer create(Call call) throws Exception {
    return create(call, true);
  }

  /** The older spelling, which cannot start anything later. */
  Answer trigger(Call call) throws Exception {
    return create(call, false);
  }

  private Answer create(Call call, boolean scheduled) throws Exception {
    FlowId flow = PathIds.flow(call, "flowId");
    boolean wait = call.query().flag("wait", false);
    ExecutionId id = ports.executions().newId();
    var uploads = new Uploads(ports.files(), flow, id, input -> takesFile(call, flow, input));
    ExecutionRecord created = null;
    try {
      created = created(ports.executions().create(reader.read(call, flow, scheduled, id, uploads)));
    } finally {
      // a request that was sent twice has made one execution, which keeps the files of the first
      if (created == null || !created.id().equals(id)) {
        uploads.discard();
      }
    }
    StoredExecution shown =
        wait ? awaitEnd(call, created) : new StoredExecution(created, List.of());
    return Answer.json(ExecutionView.created(shown, ports.clock().instant(), ports.site()));
  }

  private boolean takesFile(Call call, FlowId id, String input) {
    return flow(call, id).inputs().stream()
        .anyMatch(known -> known.type() == InputType.FILE && known.id().equals(input));
  }

  private static ExecutionRecord created(CreateOutcome outcome) {
    return switch (outcome) {
      case Created(var execution) -> execution;
      case NoSuchFlow(var flow, var revision) -> throw Outcomes.noSuchFlow(flow, revision);
      case FlowDisabled(var flow) ->
          throw Problem.conflict("flow '%s' is disabled".formatted(flow));
      case FlowInvalid(var flow, var reason) -> throw invalid(flow, reason);
      case InvalidInputs(var problems) -> throw Outcomes.invalidInputs(problems);
      case Blocked(var checks) -> throw blocked(checks);
      case InvalidLabel(var reason) -> throw Problem.illegalArgument(reason);
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

  private static Problem invalid(FlowId flow, String reason) {
    return Problem.conflict("flow '%s' is not valid: %s".formatted(flow, reason));
  }

  /** Also answers when the server stops: the execution goes on elsewhere or later. */
  private StoredExecution awaitEnd(Call call, ExecutionRecord execution)
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

  /** Shows what would become of inputs, and which checks would not hold. */
  Answer validate(Call call) throws IOException {
    Flow flow = flow(call, PathIds.flow(call, "flowId"));
    var resolved =
        ports.executions().resolve(flow, inputs.read(call, InputsReader::standInForFile));
    List<Check> failed =
        resolved.isValid() ? ports.executions().failedChecks(flow, resolved.values()) : List.of();
    return Answer.json(InputsView.of(flow, resolved, failed));
  }

  private Flow flow(Call call, FlowId id) {
    Integer revision = call.query().number("revision", 1, Integer.MAX_VALUE).orElse(null);
    var loaded =
        ports.flows().findToRun(id, revision).orElseThrow(() -> Outcomes.noSuchFlow(id, revision));
    Flow flow = loaded.flow();
    if (flow == null) {
      throw invalid(id, loaded.reason());
    }
    return flow;
  }
}
