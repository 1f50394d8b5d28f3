package dev.legato.rest.execution;

import dev.legato.language.input.InputProblem;
import dev.legato.model.execution.ExecutionId;
import dev.legato.model.execution.ExecutionRecord;
import dev.legato.model.execution.StoredExecution;
import dev.legato.model.flow.Check;
import dev.legato.model.flow.Flow;
import dev.legato.model.flow.FlowId;
import dev.legato.orchestrator.Orchestrator;
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
import dev.legato.orchestrator.execution.Executions;
import dev.legato.orchestrator.execution.KillOutcome;
import dev.legato.orchestrator.execution.KillOutcome.AlreadyEnded;
import dev.legato.orchestrator.execution.KillOutcome.KillAccepted;
import dev.legato.orchestrator.execution.KillOutcome.NoSuchExecution;
import dev.legato.orchestrator.execution.OverloadedException;
import dev.legato.orchestrator.flow.Flows;
import dev.legato.orchestrator.flow.LoadedFlow;
import dev.legato.rest.http.Answer;
import dev.legato.rest.http.Call;
import dev.legato.rest.http.PathIds;
import dev.legato.rest.http.Problem;
import dev.legato.rest.http.Problem.Detail;
import dev.legato.rest.search.PageView;
import dev.legato.rest.search.Paging;
import dev.legato.storage.ExecutionField;
import dev.legato.storage.ExecutionStore;
import dev.legato.storage.Filter;
import dev.legato.storage.Filter.Operator;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/** Starts, shows and stops executions. */
final class ExecutionResource {
  private final Flows flows;
  private final Executions executions;
  private final Orchestrator orchestrator;
  private final ExecutionStore store;
  private final CreateReader reader;
  private final InstantSource clock;
  private final @Nullable URI site;

  ExecutionResource(ExecutionPorts ports) {
    this.flows = ports.flows();
    this.executions = ports.executions();
    this.orchestrator = ports.orchestrator();
    this.store = ports.store();
    this.reader = new CreateReader(ports.json());
    this.clock = ports.clock();
    this.site = ports.site();
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
    ExecutionRecord created = created(executions.create(reader.read(call, flow, scheduled)));
    StoredExecution shown =
        wait ? awaitEnd(call, created) : new StoredExecution(created, List.of());
    return Answer.json(ExecutionView.created(shown, clock.instant(), site));
  }

  private static ExecutionRecord created(CreateOutcome outcome) {
    return switch (outcome) {
      case Created(var execution) -> execution;
      case NoSuchFlow(var flow, var revision) -> throw noSuchFlow(flow, revision);
      case FlowDisabled(var flow) ->
          throw Problem.conflict("flow '%s' is disabled".formatted(flow));
      case FlowInvalid(var flow, var reason) ->
          throw Problem.conflict("flow '%s' is not valid: %s".formatted(flow, reason));
      case InvalidInputs(var problems) -> throw invalidInputs(problems);
      case Blocked(var checks) ->
          throw Problem.illegalArgument(
              "checks of the flow do not hold: "
                  + String.join("; ", checks.stream().map(Check::message).toList()));
      case InvalidLabel(var reason) -> throw Problem.illegalArgument(reason);
      case RequestKeyReused(var key) ->
          throw Problem.illegalArgument(
              "%s '%s' was used before for another request; use a new one"
                  .formatted(CreateReader.KEY_HEADER, key));
      case ExecutionRemoved(var execution) ->
          throw Problem.conflict(
              "execution '%s' of this request was removed; use a new %s to start another"
                  .formatted(execution, CreateReader.KEY_HEADER));
      case Overloaded(var retryAfter) ->
          throw Problem.tooMany(
              "too many executions wait to be started", Math.max(1, retryAfter.toSeconds()));
    };
  }

  private static Problem noSuchFlow(FlowId flow, @Nullable Integer revision) {
    String name = "flow '%s'".formatted(flow.id());
    return Problem.notFound(
        "%s does not exist in namespace '%s'"
            .formatted(
                revision == null ? name : "revision %d of %s".formatted(revision, name),
                flow.namespace()));
  }

  private static Problem invalidInputs(List<InputProblem> problems) {
    return Problem.invalid(
        problems.stream()
            .map(problem -> new Detail(problem.message(), "inputs." + problem.inputId()))
            .toList());
  }

  /** Also answers when the server stops: the execution goes on elsewhere or later. */
  private StoredExecution awaitEnd(Call call, ExecutionRecord execution)
      throws InterruptedException {
    call.waitPatiently();
    var ended = orchestrator.ends().of(execution.id());
    try {
      CompletableFuture.anyOf(ended, call.stopping()).get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("Expected to hear of the end of an execution", e);
    } finally {
      ended.cancel(false);
    }
    return store.find(execution.id()).orElse(new StoredExecution(execution, List.of()));
  }

  Answer get(Call call) {
    return Answer.json(view(PathIds.execution(call, "id")));
  }

  private ExecutionView view(ExecutionId id) {
    return ExecutionView.of(
        store.find(id).orElseThrow(() -> PathIds.noSuchExecution(id.value())), clock.instant());
  }

  Answer search(Call call) {
    return search(call, ExecutionSearch.filters(call.query(), clock));
  }

  Answer ofFlow(Call call) {
    return search(
        call,
        List.of(
            Filter.of(
                ExecutionField.NAMESPACE, Operator.EQUALS, call.query().required("namespace")),
            Filter.of(ExecutionField.FLOW_ID, Operator.EQUALS, call.query().required("flowId"))));
  }

  private Answer search(Call call, List<Filter<ExecutionField>> filters) {
    var page = Paging.read(call.query(), ExecutionSearch.SORTS, ExecutionSearch.NEWEST_FIRST);
    Instant now = clock.instant();
    return Answer.json(
        PageView.of(store.search(filters, page), execution -> ExecutionView.of(execution, now)));
  }

  Answer kill(Call call) {
    ExecutionId id = PathIds.execution(call, "id");
    return switch (kill(id)) {
      case KillAccepted(var execution) -> Answer.json(view(execution.id()));
      case AlreadyEnded(var status) ->
          throw Problem.conflict("execution '%s' has already ended as %s".formatted(id, status));
      case NoSuchExecution(var missing) -> throw PathIds.noSuchExecution(missing.value());
    };
  }

  private KillOutcome kill(ExecutionId id) {
    try {
      return executions.kill(id);
    } catch (OverloadedException e) {
      throw Problem.tooMany("too much waits to be done; try again", 1);
    }
  }

  /** Shows what would become of inputs. */
  Answer validate(Call call) throws IOException {
    FlowId id = PathIds.flow(call, "flowId");
    Integer revision = call.query().number("revision", 1, Integer.MAX_VALUE).orElse(null);
    LoadedFlow loaded =
        (revision == null ? flows.find(id) : flows.find(id, revision))
            .orElseThrow(() -> noSuchFlow(id, revision));
    Flow flow = loaded.flow();
    if (flow == null) {
      throw Problem.conflict("flow '%s' is not valid: %s".formatted(id, loaded.reason()));
    }
    return Answer.json(InputsView.of(flow, executions.resolve(flow, reader.inputs(call))));
  }

  Answer delete(Call call) throws IOException {
    ExecutionId id = PathIds.execution(call, "id");
    for (String part : List.of("deleteLogs", "deleteMetrics", "deleteStorage")) {
      if (!call.query().flag(part, true)) {
        throw Problem.illegalArgument(
            "%s cannot be false: an execution is removed with all that belongs to it"
                .formatted(part));
      }
    }
    ExecutionRecord execution =
        store.findRecord(id).orElseThrow(() -> PathIds.noSuchExecution(id.value()));
    if (!execution.status().isTerminal()) {
      throw Problem.conflict(
          "execution '%s' is still %s; kill it first".formatted(id, execution.status()));
    }
    if (!store.delete(id)) {
      throw PathIds.noSuchExecution(id.value());
    }
    return Answer.noContent();
  }
}
