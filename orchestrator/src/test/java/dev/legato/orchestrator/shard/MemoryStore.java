package dev.legato.orchestrator.shard;

import dev.legato.model.execution.ExecutionId;
import dev.legato.model.execution.ExecutionRecord;
import dev.legato.model.execution.ExecutionStatus;
import dev.legato.model.execution.StoredExecution;
import dev.legato.model.execution.TaskRunRecord;
import dev.legato.model.execution.Timer;
import dev.legato.model.flow.FlowId;
import dev.legato.model.log.LogEntry;
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
import dev.legato.storage.StorageException;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Everything is durable at once; for what the simulation does not reach. */
public final class MemoryStore implements ExecutionStore {
  private final Map<ExecutionId, ExecutionRecord> executions = new ConcurrentHashMap<>();
  private final Map<ExecutionId, Map<Integer, TaskRunRecord>> taskRuns = new ConcurrentHashMap<>();
  private final Map<Timer.Key, Timer> timers = new ConcurrentHashMap<>();
  private final List<LogEntry> logs = new CopyOnWriteArrayList<>();
  private boolean doubtful;
  private long epoch;

  /** The next commit is durable, but nobody hears of that. */
  public void loseNextAnswer() {
    doubtful = true;
  }

  /** All lines that were written with executions. */
  List<LogEntry> logs() {
    return logs;
  }

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
    logs.addAll(batch.logs());
    batch.timersCancelled().forEach(timers::remove);
    batch.timersSet().forEach(timer -> timers.put(timer.key(), timer));
    if (doubtful) {
      doubtful = false;
      return CompletableFuture.failedFuture(new StorageException("The answer is lost"));
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
  public Set<ExecutionId> existing(Collection<ExecutionId> ids) {
    throw new UnsupportedOperationException("Shards know their executions");
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
    return List.copyOf(timers.values());
  }

  @Override
  public Optional<RequestKey> findRequest(String key) {
    return Optional.empty();
  }

  @Override
  public Page<ExecutionRecord> search(
      List<Filter<ExecutionField>> filters, PageRequest<ExecutionField> page) {
    List<ExecutionRecord> found =
        executions.values().stream()
            .filter(execution -> filters.stream().allMatch(filter -> matches(execution, filter)))
            .sorted(Comparator.comparing(execution -> execution.id().value()))
            .toList();
    return new Page<>(found.stream().limit(page.size()).toList(), found.size());
  }

  private static boolean matches(ExecutionRecord execution, Filter<ExecutionField> filter) {
    String value = filter.values().getFirst();
    return switch (filter.field()) {
      case ID -> execution.id().value().compareTo(value) > 0;
      case STATE -> filter.values().contains(execution.status().name());
      case PARENT_ID -> new ExecutionId(value).equals(execution.parentId());
      case TRIGGER_EXECUTION_ID ->
          execution.caller() != null && execution.caller().execution().value().equals(value);
      default -> throw new UnsupportedOperationException("Nobody searches by " + filter.field());
    };
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
