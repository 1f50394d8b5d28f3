package dev.legato.rest.execution;

import dev.legato.model.execution.ExecutionId;
import dev.legato.model.execution.ExecutionRecord;
import dev.legato.model.execution.ExecutionStatus;
import dev.legato.orchestrator.execution.Action;
import dev.legato.orchestrator.execution.Action.SetLabels;
import dev.legato.orchestrator.execution.ActionOutcome.NoSuchExecution;
import dev.legato.orchestrator.execution.BulkOutcome;
import dev.legato.orchestrator.execution.BulkOutcome.BulkDone;
import dev.legato.orchestrator.execution.BulkOutcome.BulkRefused;
import dev.legato.orchestrator.execution.Executions;
import dev.legato.rest.bulk.BulkReader;
import dev.legato.rest.bulk.BulkView;
import dev.legato.rest.http.Answer;
import dev.legato.rest.http.Call;
import dev.legato.rest.http.Handler;
import dev.legato.rest.http.Json;
import dev.legato.rest.http.Problem;
import dev.legato.rest.http.Problem.Invalid;
import dev.legato.storage.ExecutionField;
import dev.legato.storage.ExecutionStore;
import dev.legato.storage.Filter;
import dev.legato.storage.Filter.Operator;
import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Does something to several executions, or to none when one of them does not allow it. */
final class BulkResource {
  private static final String[] ENDED =
      Arrays.stream(ExecutionStatus.values())
          .filter(ExecutionStatus::isTerminal)
          .map(Enum::name)
          .toArray(String[]::new);

  private final Executions executions;
  private final ExecutionStore store;
  private final Json json;
  private final InstantSource clock;

  BulkResource(Executions executions, ExecutionStore store, Json json, InstantSource clock) {
    this.executions = executions;
    this.store = store;
    this.json = json;
    this.clock = clock;
  }

  Handler named(Operation operation) {
    return call -> {
      List<ExecutionId> ids = new BulkReader(json).executions(call.body());
      return answer(call, operation, executions.actOnAll(ids, operation.readingMany().of(call)));
    };
  }

  Handler found(Operation operation) {
    return call -> found(call, operation, operation.readingMany().of(call), filters(call));
  }

  private List<Filter<ExecutionField>> filters(Call call) {
    return ExecutionSearch.filters(call.query(), clock);
  }

  private Answer found(
      Call call, Operation operation, Action action, List<Filter<ExecutionField>> filters) {
    return answer(call, operation, executions.actOnMatches(filters, action));
  }

  /** Ids and labels come in one object. */
  Answer labelNamed(Call call, Operation operation) throws IOException {
    Map<?, ?> body = json.readObject(call.body());
    List<ExecutionId> ids = BulkReader.executionsOf(body.get("executionsId"));
    var action = new SetLabels(ActionReader.labels(body.get("executionLabels")));
    return answer(call, operation, executions.actOnAll(ids, action));
  }

  Answer deleteNamed(Call call) throws IOException {
    List<ExecutionId> ids = new BulkReader(json).executions(call.body());
    if (!withLiveOnes(call)) {
      refuseAllButEnded(ids);
    }
    return answer(
        call,
        Operations.DELETE,
        executions.actOnAll(ids, Operations.DELETE.readingMany().of(call)));
  }

  private void refuseAllButEnded(List<ExecutionId> ids) {
    List<Invalid> invalids = ids.stream().flatMap(id -> whyNotEnded(id).stream()).toList();
    if (!invalids.isEmpty()) {
      throw Problem.invalidBulk(Operations.DELETE.words(), invalids);
    }
  }

  private Optional<Invalid> whyNotEnded(ExecutionId id) {
    Optional<ExecutionRecord> found = store.findRecord(id);
    if (found.isPresent() && found.get().status().isTerminal()) {
      return Optional.empty();
    }
    String reason =
        found
            .map(
                execution ->
                    "Execution '%s' is %s and has not ended; kill it first, or set includeNonTerminated."
                        .formatted(id, execution.status()))
            .orElseGet(() -> new NoSuchExecution(id).reason());
    return Optional.of(new Invalid(reason, id.value(), "execution"));
  }

  Answer deleteFound(Call call) throws IOException {
    var filters = new ArrayList<>(filters(call));
    if (!withLiveOnes(call)) {
      filters.add(Filter.of(ExecutionField.STATE, Operator.IN, ENDED));
    }
    return found(call, Operations.DELETE, Operations.DELETE.readingMany().of(call), filters);
  }

  private static boolean withLiveOnes(Call call) {
    return call.query().flag("includeNonTerminated", false);
  }

  private static Answer answer(Call call, Operation operation, BulkOutcome outcome) {
    return switch (outcome) {
      case BulkDone(long count, var tooLate) ->
          Answer.json(BulkView.of((int) count, call.id(), invalids(tooLate)));
      case BulkRefused(var problems) ->
          throw Problem.invalidBulk(operation.words(), invalids(problems));
    };
  }

  private static List<Invalid> invalids(List<BulkOutcome.Problem> problems) {
    return problems.stream()
        .map(problem -> new Invalid(problem.reason(), problem.id().value(), "execution"))
        .toList();
  }
}
