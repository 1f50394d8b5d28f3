package dev.legato.rest.execution;

import dev.legato.model.execution.ExecutionId;
import dev.legato.model.execution.ExecutionRecord;
import dev.legato.model.execution.StoredExecution;
import dev.legato.model.flow.FlowId;
import dev.legato.orchestrator.flow.Flows;
import dev.legato.rest.bulk.BulkReader;
import dev.legato.rest.export.Csv;
import dev.legato.rest.flow.FlowLookup;
import dev.legato.rest.http.Answer;
import dev.legato.rest.http.Call;
import dev.legato.rest.http.PathIds;
import dev.legato.rest.http.Problem;
import dev.legato.storage.ExecutionStore;
import dev.legato.storage.PageRequest;
import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Shows what can be run, what was run last, and what came out. */
final class OverviewResource {
  private static final int MAX_ROWS = 10_000;
  private static final int ROWS_AT_ONCE = 500;
  private static final List<String> COLUMNS =
      List.of("id", "namespace", "flowId", "flowRevision", "state", "startDate", "endDate");

  private final Flows flows;
  private final FlowLookup lookup;
  private final ExecutionStore store;
  private final BulkReader reader;
  private final InstantSource clock;

  OverviewResource(Flows flows, ExecutionStore store, BulkReader reader, InstantSource clock) {
    this.flows = flows;
    this.lookup = new FlowLookup(flows);
    this.store = store;
    this.reader = reader;
    this.clock = clock;
  }

  Answer flowOfExecution(Call call) {
    ExecutionId id = PathIds.execution(call, "id");
    ExecutionRecord execution =
        store.findRecord(id).orElseThrow(() -> PathIds.noSuchExecution(id.value()));
    return Answer.json(light(execution.flow(), Optional.of(execution.revision())));
  }

  Answer flow(Call call) {
    return Answer.json(
        light(PathIds.flow(call, "flowId"), call.query().number("revision", 1, Integer.MAX_VALUE)));
  }

  private LightFlowView light(FlowId id, Optional<Integer> revision) {
    return LightFlowView.of(lookup.find(id, revision));
  }

  Answer namespaces(Call call) {
    return Answer.json(flows.namespaces());
  }

  Answer flowsOfNamespace(Call call) {
    String namespace = PathIds.name(call.path("namespace"), "namespace");
    return Answer.json(lookup.ofNamespace(namespace).stream().map(LightFlowView::of).toList());
  }

  Answer latest(Call call) throws IOException {
    return Answer.json(
        reader.flows(call.body()).stream()
            .flatMap(flow -> latest(flow).stream())
            .map(LatestView::of)
            .toList());
  }

  private Optional<ExecutionRecord> latest(FlowId flow) {
    return store.newest(flow, 1).stream().findFirst();
  }

  /** At most {@value MAX_ROWS} rows: a table for people. */
  Answer table(Call call) {
    var filters = ExecutionSearch.filters(call.query(), clock);
    var rows = new ArrayList<List<String>>();
    List<ExecutionRecord> found;
    int page = 1;
    do {
      var request = new PageRequest<>(page++, ROWS_AT_ONCE, ExecutionSearch.NEWEST_FIRST);
      found = store.search(filters, request).results();
      found.forEach(execution -> rows.add(row(execution)));
    } while (found.size() == ROWS_AT_ONCE && rows.size() < MAX_ROWS);
    return Csv.answer("executions.csv", COLUMNS, rows);
  }

  private static List<String> row(ExecutionRecord execution) {
    return List.of(
        execution.id().value(),
        execution.flow().namespace(),
        execution.flow().id(),
        Integer.toString(execution.revision()),
        execution.status().name(),
        execution.history().start().toString(),
        execution.status().isTerminal() ? execution.history().last().toString() : "");
  }

  Answer outputs(Call call) {
    return Answer.json(
        find(call).taskRuns().stream()
            .filter(run -> !run.outputs().isEmpty())
            .map(OutputView::of)
            .toList());
  }

  Answer outputsOfTaskRun(Call call) {
    String id = call.path("taskRunId");
    return Answer.json(
        find(call).taskRuns().stream()
            .filter(run -> run.id().equals(id))
            .findFirst()
            .orElseThrow(() -> Problem.notFound("task run '%s' does not exist".formatted(id)))
            .outputs());
  }

  private StoredExecution find(Call call) {
    ExecutionId id = PathIds.execution(call, "executionId");
    return store.find(id).orElseThrow(() -> PathIds.noSuchExecution(id.value()));
  }
}
