package dev.legato.server.service;

import dev.legato.model.execution.ExecutionId;
import dev.legato.model.execution.ExecutionRecord;
import dev.legato.model.execution.ExecutionStatus;
import dev.legato.model.execution.StoredExecution;
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
import dev.legato.storage.PageRequest.Sort;
import dev.legato.storage.Storage;
import dev.legato.storage.StoredFlow;
import dev.legato.storage.file.FileLayout;
import dev.legato.storage.file.FileStore;
import dev.legato.storage.file.SafePath;
import java.util.ArrayList;
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

  StoredExecutions(Storage storage, FileStore files, Resumption resumption) {
    this.storage = storage;
    this.files = files;
    this.resumption = resumption;
  }

  @Override
  public List<FlowCount> count(CountQuery query) {
    Set<FlowName> flows = new LinkedHashSet<>(query.flows());
    query.namespaces().forEach(namespace -> flows.addAll(flowsOf(namespace)));
    return flows.stream().map(flow -> new FlowCount(flow, count(flow, query))).toList();
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
      page.forEach(flow -> flows.add(new FlowName(flow.id().namespace(), flow.id().id())));
    } while (page.size() == PORTION);
    return flows;
  }

  private long count(FlowName flow, CountQuery query) {
    List<Filter<ExecutionField>> filters = new ArrayList<>();
    filters.add(Filter.of(ExecutionField.NAMESPACE, Operator.EQUALS, flow.namespace()));
    filters.add(Filter.of(ExecutionField.FLOW_ID, Operator.EQUALS, flow.flowId()));
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
      filters.add(new Filter<>(ExecutionField.STATE, Operator.IN, query.states(), null));
    }
    return storage.executions().search(filters, new PageRequest<>(1, 1, List.of())).total();
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
        .map(record -> new FlowName(record.flow().namespace(), record.flow().id()));
  }

  @Override
  public PurgedExecutions purge(ExecutionPurge purge) throws InterruptedException {
    var sum = new Sum();
    int page = 1;
    List<StoredExecution> portion;
    do {
      portion = ended(purge, page);
      int removed = 0;
      for (StoredExecution each : portion) {
        if (Thread.interrupted()) {
          throw new InterruptedException();
        }
        removed += remove(each.execution(), purge.parts(), sum) ? 1 : 0;
      }
      // what was removed makes room for others on the same page
      page += removed > 0 ? 0 : 1;
    } while (!portion.isEmpty());
    return sum.total();
  }

  private List<StoredExecution> ended(ExecutionPurge purge, int page) {
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
    return storage
        .executions()
        .search(
            filters,
            new PageRequest<>(page, PORTION, List.of(new Sort<>(ExecutionField.END_DATE, false))))
        .results();
  }

  /** Whether the execution itself is gone. */
  private boolean remove(ExecutionRecord execution, ExecutionPurge.Parts parts, Sum sum) {
    if (parts.files()) {
      sum.files += removeFiles(FileLayout.execution(execution.flow(), execution.id()));
    }
    // counted before the execution goes, which takes along what is left of them
    if (parts.logs()) {
      sum.logs += storage.logs().delete(execution.id(), List.of());
    }
    if (parts.metrics()) {
      sum.metrics += storage.metrics().delete(execution.id());
    }
    boolean gone = parts.execution() && storage.executions().delete(execution.id());
    sum.executions += gone ? 1 : 0;
    return gone;
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

  /** What was removed so far. */
  private static final class Sum {
    private long executions;
    private long logs;
    private long metrics;
    private long files;

    PurgedExecutions total() {
      return new PurgedExecutions(executions, logs, metrics, files);
    }
  }
}
