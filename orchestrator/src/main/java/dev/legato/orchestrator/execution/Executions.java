package dev.legato.orchestrator.execution;

import dev.legato.language.expression.Expressions;
import dev.legato.language.input.InputReader;
import dev.legato.language.input.ResolvedInputs;
import dev.legato.model.command.Command.CreateExecution;
import dev.legato.model.execution.ExecutionId;
import dev.legato.model.execution.ExecutionRecord;
import dev.legato.model.execution.Ids;
import dev.legato.model.execution.StoredExecution;
import dev.legato.model.flow.Check;
import dev.legato.model.flow.Check.Behavior;
import dev.legato.model.flow.Flow;
import dev.legato.model.flow.FlowId;
import dev.legato.orchestrator.Orchestrator;
import dev.legato.orchestrator.execution.CreateOutcome.Blocked;
import dev.legato.orchestrator.execution.CreateOutcome.Created;
import dev.legato.orchestrator.execution.CreateOutcome.FlowDisabled;
import dev.legato.orchestrator.execution.CreateOutcome.FlowInvalid;
import dev.legato.orchestrator.execution.CreateOutcome.InvalidBreakpoints;
import dev.legato.orchestrator.execution.CreateOutcome.InvalidInputs;
import dev.legato.orchestrator.execution.CreateOutcome.InvalidLabel;
import dev.legato.orchestrator.execution.CreateOutcome.NoSuchFlow;
import dev.legato.orchestrator.execution.CreateOutcome.Overloaded;
import dev.legato.orchestrator.execution.CreateRequest.Upload;
import dev.legato.orchestrator.execution.KillOutcome.AlreadyEnded;
import dev.legato.orchestrator.execution.KillOutcome.KillAccepted;
import dev.legato.orchestrator.execution.KillOutcome.NoSuchExecution;
import dev.legato.orchestrator.flow.Flows;
import dev.legato.orchestrator.flow.LoadedFlow;
import dev.legato.orchestrator.limit.Waiting;
import dev.legato.orchestrator.shard.Request;
import dev.legato.orchestrator.shard.Request.Reply;
import dev.legato.storage.CommitBatch.RequestKey;
import dev.legato.storage.ExecutionField;
import dev.legato.storage.ExecutionStore;
import dev.legato.storage.Filter;
import dev.legato.storage.file.FileStore;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Starts executions, steers them and stops them. Methods return when their effect is durable, and
 * may be called from any thread that can wait.
 */
public final class Executions {
  private final Flows flows;
  private final Orchestrator orchestrator;
  private final ExecutionStore store;
  private final FlowInputs inputs;
  private final Checks checks;
  private final Origin origin;
  private final RequestKeys requestKeys;
  private final Ending ending;
  private final Resumption resumption;
  private final Actions actions;

  /** Where new executions get their instants and ids from. */
  public record Origin(InstantSource clock, RandomGenerator random) {}

  /** Where executions and their files are. */
  public record Stores(ExecutionStore executions, FileStore files) {}

  public Executions(
      Flows flows,
      Orchestrator orchestrator,
      Stores stores,
      Expressions expressions,
      Origin origin) {
    this.flows = flows;
    this.orchestrator = orchestrator;
    this.store = stores.executions();
    this.checks = new Checks(expressions);
    this.origin = origin;
    this.requestKeys = new RequestKeys(store);
    var gateway = new Gateway(orchestrator, store);
    var reader = new InputReader(expressions);
    this.inputs = new FlowInputs(reader);
    this.ending = new Ending(stores, orchestrator, gateway);
    this.resumption = new Resumption(flows, reader, gateway);
    this.actions =
        new Actions(store, gateway, resumption, new Rerun(flows, inputs, gateway, origin), ending);
  }

  /**
   * What would become of answers to a pause; empty when nothing of the execution waits for any, or
   * its flow cannot be used any more.
   *
   * @param taskRunId absent for the first pause
   */
  public Optional<ResolvedInputs> answers(
      StoredExecution execution, @Nullable String taskRunId, Map<String, @Nullable Object> given) {
    return resumption.check(execution, taskRunId, given);
  }

  /** What a new execution can be called. */
  public ExecutionId newId() {
    return Ids.newExecution(origin.clock().instant(), origin.random());
  }

  /** Starts an execution. What people ask for has to pass the checks of the flow. */
  public CreateOutcome create(CreateRequest request) {
    Optional<LoadedFlow> found = flows.findToRun(request.flow(), request.revision());
    if (found.isEmpty()) {
      return new NoSuchFlow(request.flow(), request.revision());
    }
    Flow flow = found.get().flow();
    if (flow == null) {
      return found.get().isDraft()
          ? store(failed(found.get(), request), request)
          : new FlowInvalid(request.flow(), found.get().reason());
    }
    if (flow.disabled()) {
      return new FlowDisabled(request.flow());
    }
    // those of triggers come from the flow, where they were checked, and from the engine
    Optional<String> refusedLabel =
        request.origin() == null ? LabelRules.refusal(request.labels(), true) : Optional.empty();
    if (refusedLabel.isPresent()) {
      return new InvalidLabel(refusedLabel.get());
    }
    ResolvedInputs resolved = resolve(flow, request.inputs());
    if (!resolved.isValid()) {
      return new InvalidInputs(resolved.problems());
    }
    List<Check> failed =
        request.origin() == null ? checks.failed(flow, resolved.values()) : List.of();
    if (!failed.isEmpty() && failed.getFirst().behavior() == Behavior.BLOCK_EXECUTION) {
      return new Blocked(failed);
    }
    Optional<String> refusedBreakpoint = refusedBreakpoint(flow, request);
    if (refusedBreakpoint.isPresent()) {
      return new InvalidBreakpoints(refusedBreakpoint.get());
    }
    return store(command(flow, request, resolved, failure(failed)), request);
  }

  private Optional<String> refusedBreakpoint(Flow flow, CreateRequest request) {
    return request.breakpoints().isEmpty()
        ? Optional.empty()
        : BreakpointRules.refusal(request.breakpoints(), flows.plan(flow.id(), flow.revision()));
  }

  private CreateOutcome store(CreateExecution command, CreateRequest request) {
    String key = request.requestKey();
    return key == null
        ? submit(command, null)
        : requestKeys.once(
            key, request, () -> submit(command, requestKey(key, request, command.execution())));
  }

  /** What would become of the inputs; nothing is stored. */
  public ResolvedInputs resolve(Flow flow, Map<String, @Nullable Object> given) {
    return inputs.resolve(flow, given);
  }

  /**
   * Which checks of the flow do not hold, most severe first; nothing is stored.
   *
   * @param values checked inputs
   */
  public List<Check> failedChecks(Flow flow, Map<String, @Nullable Object> values) {
    return checks.failed(flow, values);
  }

  /** Does something to an execution. */
  public ActionOutcome act(ExecutionId id, Action action) {
    return actions.act(id, action);
  }

  /** Does something to all these executions, or to none. */
  public BulkOutcome actOnAll(List<ExecutionId> ids, Action action) {
    List<ExecutionId> distinct = ids.stream().distinct().toList();
    return new Bulk(actions).act(distinct::forEach, action);
  }

  /** Does something to all executions that match filters by now, or to none. */
  public BulkOutcome actOnMatches(List<Filter<ExecutionField>> filters, Action action) {
    var matches = new Matches(store);
    List<Filter<ExecutionField>> present = matches.presentOnes(filters);
    return new Bulk(actions)
        .act(visitor -> matches.forEach(present, found -> visitor.accept(found.id())), action);
  }

  /** What a queued execution waits for; empty when it does not wait for a place. */
  public Optional<Waiting> waiting(ExecutionRecord execution) {
    return orchestrator.waiting(execution);
  }

  /** Stops an execution and those that it started. It has ended once all its tasks have. */
  public KillOutcome kill(ExecutionId id) {
    Optional<ExecutionRecord> found = store.findRecord(id);
    if (found.isEmpty()) {
      return new NoSuchExecution(id);
    }
    if (found.get().over()) {
      return new AlreadyEnded(found.get().status());
    }
    ActionOutcome outcome = ending.kill(found.get(), true);
    return switch (outcome) {
      case ActionOutcome.Done(var execution) -> new KillAccepted(execution);
      case ActionOutcome.Refused(_, var status, _) -> new AlreadyEnded(status);
      case ActionOutcome.NoSuchExecution _ -> new NoSuchExecution(id);
      case ActionOutcome.Overloaded(var retryAfter) -> throw new OverloadedException(retryAfter);
      case ActionOutcome.Removed _,
          ActionOutcome.NoSuchTaskRun _,
          ActionOutcome.NoSuchRevision _,
          ActionOutcome.FlowInvalid _,
          ActionOutcome.Senseless _,
          ActionOutcome.InvalidInputs _ ->
          throw new IllegalStateException("Expected the outcome of a kill, but got " + outcome);
    };
  }

  private CreateExecution command(
      Flow flow, CreateRequest request, ResolvedInputs resolved, @Nullable String failure) {
    Upload upload = request.upload();
    ExecutionId id = upload == null ? newId() : upload.execution();
    return new CreateExecution(
        id,
        flow.id(),
        flow.revision(),
        resolved.values(),
        Labels.of(flow, request.labels(), id),
        request.origin(),
        request.scheduleDate(),
        null,
        null,
        failure,
        request.breakpoints(),
        request.kind());
  }

  /** A draft that is not valid was run: there is an execution to show why nothing came of it. */
  private CreateExecution failed(LoadedFlow draft, CreateRequest request) {
    FlowId flow = draft.stored().id();
    int revision = draft.stored().revision();
    return new CreateExecution(
        newId(),
        flow,
        revision,
        Map.of(),
        request.labels(),
        request.origin(),
        null,
        null,
        null,
        "Revision %d of flow '%s' is a draft and not valid: %s"
            .formatted(revision, flow, draft.reason()),
        List.of(),
        request.kind());
  }

  private static @Nullable String failure(List<Check> failed) {
    List<String> messages =
        failed.stream()
            .filter(check -> check.behavior() == Behavior.FAIL_EXECUTION)
            .map(Check::message)
            .toList();
    return messages.isEmpty() ? null : String.join("; ", messages);
  }

  private CreateOutcome submit(CreateExecution command, @Nullable RequestKey key) {
    var request = Request.withReply(command, key);
    if (!orchestrator.offer(request)) {
      return new Overloaded(Gateway.RETRY_AFTER);
    }
    return switch (Replies.await(request)) {
      case Reply.Accepted accepted -> new Created(accepted.execution());
      case Reply.Refused refused ->
          throw new IllegalStateException(
              "Expected a new execution to be accepted, but: " + refused.reason());
    };
  }

  private RequestKey requestKey(String key, CreateRequest request, ExecutionId id) {
    return new RequestKey(key, RequestKeys.fingerprint(request), id, origin.clock().instant());
  }
}
