package dev.legato.server.service;

import dev.legato.model.execution.ExecutionId;
import dev.legato.model.execution.ExecutionRecord;
import dev.legato.model.execution.ExecutionStatus;
import dev.legato.model.flow.FlowId;
import dev.legato.plugin.Executions;
import dev.legato.plugin.TaskFailure;
import dev.legato.plugin.execution.CountQuery;
import dev.legato.plugin.execution.ExecutionPurge;
import dev.legato.plugin.execution.FlowCount;
import dev.legato.plugin.execution.FlowName;
import dev.legato.plugin.execution.PurgedExecutions;
import dev.legato.storage.ExecutionField;
import dev.legato.storage.Filter;
import dev.legato.storage.Filter.Operator;
import dev.legato.storage.FlowField;
import dev.legato.storage.PageRequest;
import dev.legato.storage.Removal;
import dev.legato.storage.Storage;
import dev.legato.storage.StoredFlow;
import dev.legato.storage.file.FileLayout;
import dev.legato.storage.file.FileStore;
import dev.legato.storage.file.SafePath;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Executions in the store of this process. */
final class StoredExecutions implements Executions {
  private static final int PORTION = 100;
  private static final int FILES = 1_000;

  private final Storage storage;
  private final FileStore files;
  private final Resumption resumption;
  private final ExecutionRemoval removals;

  StoredExecutions(
      Storage storage, FileStore files, Resumption resumption, ExecutionRemoval removals) {
    this.storage = storage;
    this.files = files;
    this.resumption = resumption;
    this.removals = removals;
  }

  @Override
  public List<FlowCount> count(CountQuery query) {
    Set<FlowName> flows = new LinkedHashSet<>(query.flows());
    query.namespaces().forEach(namespace -> flows.addAll(flowsOf(namespace)));
    Map<FlowName, Long> counts = new HashMap<>();
    for (var count : storage.executions().countByFlow(filters(flows, query))) {
      counts.put(name(count.flow()), count.count());
    }
    return flows.stream().map(flow -> new FlowCount(flow, counts.getOrDefault(flow, 0L))).toList();
  }

  private List<FlowName> flowsOf(String namespace) {
    List<FlowName> flows = new ArrayList<>();
    List<StoredFlow> page;
    int number = 1;
    do {
      page =
          storage
              .flows()
              .search(
                  List.of(Filter.of(FlowField.NAMESPACE, Operator.EQUALS, namespace)),
                  new PageRequest<>(number++, PORTION, List.of()))
              .results();
      page.forEach(flow -> flows.add(name(flow.id())));
    } while (page.size() == PORTION);
    return flows;
  }

  /** What is counted, and some flows more: any of the namespaces with any of the ids. */
  private static List<Filter<ExecutionField>> filters(Set<FlowName> flows, CountQuery query) {
    List<Filter<ExecutionField>> filters = new ArrayList<>();
    filters.add(
        in(ExecutionField.NAMESPACE, flows.stream().map(FlowName::namespace).distinct().toList()));
    filters.add(
        in(ExecutionField.FLOW_ID, flows.stream().map(FlowName::flowId).distinct().toList()));
    filters.add(
        Filter.of(
            ExecutionField.START_DATE,
            Operator.GREATER_THAN_OR_EQUAL_TO,
            query.startedAfter().toString()));
    if (query.startedBefore() != null) {
      filters.add(
          Filter.of(
              ExecutionField.START_DATE, Operator.LESS_THAN, query.startedBefore().toString()));
    }
    if (!query.states().isEmpty()) {
      filters.add(in(ExecutionField.STATE, query.states()));
    }
    return filters;
  }

  private static Filter<ExecutionField> in(ExecutionField field, List<String> values) {
    return new Filter<>(field, Operator.IN, values, null);
  }

  private static FlowName name(FlowId flow) {
    return new FlowName(flow.namespace(), flow.id());
  }

  @Override
  public void resume(String executionId, Map<String, @Nullable Object> inputs) throws TaskFailure {
    resumption.resume(new ExecutionId(executionId), inputs);
  }

  @Override
  public Optional<FlowName> flowOf(String executionId) {
    return storage
        .executions()
        .findRecord(new ExecutionId(executionId))
        .map(record -> name(record.flow()));
  }

  @Override
  public PurgedExecutions purge(ExecutionPurge purge) throws InterruptedException {
    ExecutionPurge.Parts parts = purge.parts();
    var removal = new Removal(parts.execution(), parts.logs(), parts.metrics());
    List<Filter<ExecutionField>> filters = ended(purge);
    long removedFiles = 0;
    Removal.Count removed = Removal.Count.NOTHING;
    Optional<ExecutionRecord> last = Optional.empty();
    List<ExecutionRecord> portion;
    do {
      portion = storage.executions().list(filters, last, PORTION);
      for (ExecutionRecord execution : portion) {
        if (Thread.interrupted()) {
          throw new InterruptedException();
        }
        if (parts.files() && execution.over()) { // files first: only executions lead to them
          removedFiles += removeFiles(FileLayout.execution(execution.flow(), execution.id()));
        }
        last = Optional.of(execution);
      }
      List<ExecutionId> ids = portion.stream().map(ExecutionRecord::id).toList();
      removed = removed.plus(removals.remove(ids, removal));
    } while (portion.size() == PORTION);
    return new PurgedExecutions(
        removed.executions(), removed.logs(), removed.metrics(), removedFiles);
  }

  private static List<Filter<ExecutionField>> ended(ExecutionPurge purge) {
    List<Filter<ExecutionField>> filters = new ArrayList<>();
    filters.add(
        new Filter<>(
            ExecutionField.STATE,
            Operator.IN,
            Stream.of(ExecutionStatus.values())
                .filter(ExecutionStatus::isTerminal)
                .map(Enum::name)
                .filter(state -> purge.states().isEmpty() || purge.states().contains(state))
                .toList(),
            null));
    filters.add(
        Filter.of(ExecutionField.END_DATE, Operator.LESS_THAN, purge.endedBefore().toString()));
    if (purge.startedAfter() != null) {
      filters.add(
          Filter.of(
              ExecutionField.START_DATE,
              Operator.GREATER_THAN_OR_EQUAL_TO,
              purge.startedAfter().toString()));
    }
    if (purge.namespace() != null) {
      filters.add(Filter.of(ExecutionField.NAMESPACE, Operator.PREFIX, purge.namespace()));
    }
    if (purge.flowId() != null) {
      filters.add(Filter.of(ExecutionField.FLOW_ID, Operator.EQUALS, purge.flowId()));
    }
    return filters;
  }

  private long removeFiles(SafePath folder) {
    long removed = 0;
    int portion;
    do {
      portion = files.deleteBelow(folder, FILES);
      removed += portion;
    } while (portion == FILES);
    return removed;
  }
}
