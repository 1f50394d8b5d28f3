package dev.legato.orchestrator.shard;

import dev.legato.model.execution.ExecutionId;
import dev.legato.model.execution.ExecutionRecord;
import dev.legato.model.execution.ExecutionStatus;
import dev.legato.model.execution.StoredExecution;
import dev.legato.model.execution.TaskRunRecord;
import dev.legato.model.execution.Timer;
import dev.legato.model.flow.FlowId;
import dev.legato.storage.CommitBatch;
import dev.legato.storage.CommitBatch.ExecutionChange;
import dev.legato.storage.CommitBatch.RequestKey;
import dev.legato.storage.ExecutionField;
import dev.legato.storage.ExecutionStore;
import dev.legato.storage.Filter;
import dev.legato.storage.FlowCount;
import dev.legato.storage.Page;
import dev.legato.storage.PageRequest;
import dev.legato.storage.Removal;
import dev.legato.storage.ShardLease;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/** Everything is durable at once; for what the simulation does not reach. */
final class MemoryStore implements ExecutionStore {
  private final Map<ExecutionId, ExecutionRecord> executions = new ConcurrentHashMap<>();
  private final Map<ExecutionId, Map<Integer, TaskRunRecord>> taskRuns = new ConcurrentHashMap<>();
  private long epoch;

  @Override
  public ShardLease acquire(int shard) {
    return new ShardLease(shard, ++epoch);
  }

  @Override
  public CompletableFuture<Void> commit(CommitBatch batch) {
    for (ExecutionChange change : batch.executions()) {
      if (change.execution() != null) {
        executions.put(change.execution().id(), change.execution());
      }
      for (TaskRunRecord row : change.taskRuns()) {
        taskRuns.computeIfAbsent(row.execution(), _ -> new TreeMap<>()).put(row.sequence(), row);
      }
    }
    return CompletableFuture.completedFuture(null);
  }

  @Override
  public Optional<StoredExecution> find(ExecutionId id) {
    return findRecord(id)
        .map(
            execution ->
                new StoredExecution(
                    execution, List.copyOf(taskRuns.getOrDefault(id, Map.of()).values())));
  }

  @Override
  public Optional<ExecutionRecord> findRecord(ExecutionId id) {
    return Optional.ofNullable(executions.get(id));
  }

  @Override
  public List<ExecutionId> live() {
    return executions.values().stream()
        .filter(execution -> !execution.status().isTerminal())
        .map(ExecutionRecord::id)
        .sorted(Comparator.comparing(ExecutionId::value))
        .toList();
  }

  @Override
  public List<Timer> timers() {
    return List.of();
  }

  @Override
  public Optional<RequestKey> findRequest(String key) {
    return Optional.empty();
  }

  @Override
  public Page<ExecutionRecord> search(
      List<Filter<ExecutionField>> filters, PageRequest<ExecutionField> page) {
    throw new UnsupportedOperationException("Shards do not search");
  }

  @Override
  public List<ExecutionRecord> list(
      List<Filter<ExecutionField>> filters, Optional<ExecutionRecord> after, int limit) {
    throw new UnsupportedOperationException("Shards do not search");
  }

  @Override
  public List<TaskRunRecord> taskRuns(ExecutionId id, int after, int limit) {
    throw new UnsupportedOperationException("Shards read whole executions");
  }

  @Override
  public List<TaskRunRecord> taskRuns(ExecutionId id, Collection<Integer> sequences) {
    throw new UnsupportedOperationException("Shards read whole executions");
  }

  @Override
  public Optional<TaskRunRecord> taskRun(ExecutionId id, String taskRunId) {
    throw new UnsupportedOperationException("Shards read whole executions");
  }

  @Override
  public List<ExecutionRecord> newest(FlowId flow, int limit) {
    throw new UnsupportedOperationException("Shards look for none");
  }

  @Override
  public List<FlowCount> countByFlow(List<Filter<ExecutionField>> filters) {
    throw new UnsupportedOperationException("Shards do not count");
  }

  @Override
  public Map<ExecutionStatus, Integer> countCalled(ExecutionId caller, int taskRun) {
    throw new UnsupportedOperationException("Shards do not count");
  }

  @Override
  public Removal.Count remove(List<ExecutionId> ids, Removal removal) {
    throw new UnsupportedOperationException("Shards do not delete");
  }

  @Override
  public boolean delete(ExecutionId id) {
    throw new UnsupportedOperationException("Shards do not delete");
  }

  @Override
  public int deleteRequestsBefore(Instant instant) {
    throw new UnsupportedOperationException("Shards do not delete");
  }
}
