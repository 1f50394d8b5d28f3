package dev.legato.orchestrator.execution;

import dev.legato.language.input.InputReader;
import dev.legato.language.input.ResolvedInputs;
import dev.legato.model.command.Command.CreateExecution;
import dev.legato.model.command.Command.KillExecution;
import dev.legato.model.execution.ExecutionId;
import dev.legato.model.execution.ExecutionRecord;
import dev.legato.model.execution.Ids;
import dev.legato.model.flow.Flow;
import dev.legato.model.flow.Label;
import dev.legato.orchestrator.Orchestrator;
import dev.legato.orchestrator.execution.CreateOutcome.Created;
import dev.legato.orchestrator.execution.CreateOutcome.FlowDisabled;
import dev.legato.orchestrator.execution.CreateOutcome.FlowInvalid;
import dev.legato.orchestrator.execution.CreateOutcome.InvalidInputs;
import dev.legato.orchestrator.execution.CreateOutcome.InvalidLabel;
import dev.legato.orchestrator.execution.CreateOutcome.NoSuchFlow;
import dev.legato.orchestrator.execution.CreateOutcome.Overloaded;
import dev.legato.orchestrator.execution.KillOutcome.AlreadyEnded;
import dev.legato.orchestrator.execution.KillOutcome.KillAccepted;
import dev.legato.orchestrator.execution.KillOutcome.NoSuchExecution;
import dev.legato.orchestrator.flow.Flows;
import dev.legato.orchestrator.flow.LoadedFlow;
import dev.legato.orchestrator.shard.Request;
import dev.legato.orchestrator.shard.Request.Reply;
import dev.legato.storage.CommitBatch.RequestKey;
import dev.legato.storage.ExecutionStore;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Starts and stops executions. Methods return when their effect is durable, and may be called from
 * any thread that can wait.
 */
public final class Executions {
  private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

  private final Flows flows;
  private final Orchestrator orchestrator;
  private final ExecutionStore store;
  private final InputReader inputs;
  private final Origin origin;
  private final RequestKeys requestKeys;

  /** Where new executions get their instants and ids from. */
  public record Origin(InstantSource clock, RandomGenerator random) {}

  public Executions(
      Flows flows,
      Orchestrator orchestrator,
      ExecutionStore store,
      InputReader inputs,
      Origin origin) {
    this.flows = flows;
    this.orchestrator = orchestrator;
    this.store = store;
    this.inputs = inputs;
    this.origin = origin;
    this.requestKeys = new RequestKeys(store);
  }

  /** Starts an execution. */
  public CreateOutcome create(CreateRequest request) {
    Optional<LoadedFlow> found = find(request);
    if (found.isEmpty()) {
      return new NoSuchFlow(request.flow(), request.revision());
    }
    Flow flow = found.get().flow();
    if (flow == null) {
      return new FlowInvalid(request.flow(), found.get().reason());
    }
    if (flow.disabled()) {
      return new FlowDisabled(request.flow());
    }
    Optional<String> refusedLabel = refusedLabel(request.labels());
    if (refusedLabel.isPresent()) {
      return new InvalidLabel(refusedLabel.get());
    }
    ResolvedInputs resolved = resolve(flow, request.inputs());
    if (!resolved.isValid()) {
      return new InvalidInputs(resolved.problems());
    }
    ExecutionId id = Ids.newExecution(origin.clock().instant(), origin.random());
    var command =
        CreateExecution.of(
            id,
            flow.id(),
            flow.revision(),
            resolved.values(),
            Labels.of(flow, request.labels(), id),
            request.origin(),
            request.scheduleDate());
    String key = request.requestKey();
    return key == null
        ? submit(command, null)
        : requestKeys.once(key, request, () -> submit(command, requestKey(key, request, id)));
  }

  /** What would become of the inputs; nothing is stored. */
  public ResolvedInputs resolve(Flow flow, Map<String, @Nullable Object> given) {
    Map<String, Object> about =
        Map.of(
            "id", flow.id().id(),
            "namespace", flow.id().namespace(),
            "revision", flow.revision());
    return inputs.read(flow.inputs(), given, Map.of("flow", about, "vars", flow.variables()));
  }

  /** Stops an execution. It has ended once all its tasks have. */
  public KillOutcome kill(ExecutionId id) {
    Optional<ExecutionRecord> found = store.findRecord(id);
    if (found.isEmpty()) {
      return new NoSuchExecution(id);
    }
    if (found.get().status().isTerminal()) {
      return new AlreadyEnded(found.get().status());
    }
    var kill = Request.withReply(new KillExecution(id, true), null);
    if (!orchestrator.offer(kill)) {
      throw new OverloadedException(RETRY_AFTER);
    }
    return switch (Replies.await(kill)) {
      case Reply.Accepted accepted -> new KillAccepted(accepted.execution());
      case Reply.Refused _ ->
          store
              .findRecord(id)
              .<KillOutcome>map(now -> new AlreadyEnded(now.status()))
              .orElse(new NoSuchExecution(id));
    };
  }

  private Optional<LoadedFlow> find(CreateRequest request) {
    Integer revision = request.revision();
    if (revision == null) {
      return flows.find(request.flow());
    }
    // a revision of a removed flow does not come back to life
    return flows.find(request.flow()).flatMap(_ -> flows.find(request.flow(), revision));
  }

  private CreateOutcome submit(CreateExecution command, @Nullable RequestKey key) {
    var request = Request.withReply(command, key);
    if (!orchestrator.offer(request)) {
      return new Overloaded(RETRY_AFTER);
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

  private static Optional<String> refusedLabel(List<Label> labels) {
    for (Label label : labels) {
      if (label.key().isEmpty() || label.value().isEmpty()) {
        return Optional.of("A label needs a key and a value, but one is empty.");
      }
      if (label.isSystem() && !label.key().equals(Label.CORRELATION_ID)) {
        return Optional.of(
            "Labels that begin with '%s' are set by the engine only; offending: %s=%s"
                .formatted(Label.SYSTEM_PREFIX, label.key(), label.value()));
      }
    }
    return Optional.empty();
  }
}
