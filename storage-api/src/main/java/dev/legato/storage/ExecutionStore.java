package dev.legato.storage;

import dev.legato.model.execution.ExecutionId;
import dev.legato.model.execution.ExecutionRecord;
import dev.legato.model.execution.ExecutionStatus;
import dev.legato.model.execution.StoredExecution;
import dev.legato.model.execution.TaskRunRecord;
import dev.legato.model.execution.Timer;
import dev.legato.model.flow.FlowId;
import dev.legato.storage.CommitBatch.RequestKey;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/** Executions, their task runs and their timers. Reads see everything that was committed. */
public interface ExecutionStore {
  /** Takes over a shard: older leases of it are refused from now on. */
  ShardLease acquire(int shard);

  /**
   * Writes a batch in one transaction. Batches of one lease become durable in the order of the
   * calls, after all log lines that were appended before.
   *
   * @return completes when the batch is durable, on a thread of the store: callers hand long work
   *     over. Completes with {@link StaleLeaseException} or {@link StorageException} when nothing
   *     was written; then every later batch under the same lease fails, too
   */
  CompletableFuture<Void> commit(CommitBatch batch);

  /** The execution with its task runs in the order of their creation. */
  Optional<StoredExecution> find(ExecutionId id);

  /**
   * Task runs of an execution in the order of their creation, without the values of loops; for
   * those who do not want to hold all of them.
   *
   * @param after only those with a greater sequence; -1 for the first ones
   * @param limit the greatest number of task runs
   */
  List<TaskRunRecord> taskRuns(ExecutionId id, int after, int limit);

  /** The task runs with these sequences, as far as there are any, without the values of loops. */
  List<TaskRunRecord> taskRuns(ExecutionId id, Collection<Integer> sequences);

  /** The task run with an id, without the values of a loop. */
  Optional<TaskRunRecord> taskRun(ExecutionId id, String taskRunId);

  /** The execution without its task runs. */
  Optional<ExecutionRecord> findRecord(ExecutionId id);

  /** Those of some executions that are there. */
  Set<ExecutionId> existing(Collection<ExecutionId> ids);

  /** Executions that match all filters, without their task runs: there may be a great many. */
  Page<ExecutionRecord> search(
      List<Filter<ExecutionField>> filters, PageRequest<ExecutionField> page);

  /**
   * Executions that match all filters, in the order of their start, then of their ids; for those
   * who walk through all of them and do not want to hold or count them.
   *
   * @param after only executions behind this one; absent for the first ones
   * @param limit the greatest number of executions
   */
  List<ExecutionRecord> list(
      List<Filter<ExecutionField>> filters, Optional<ExecutionRecord> after, int limit);

  /** The executions of a flow that started last, newest first. */
  List<ExecutionRecord> newest(FlowId flow, int limit);

  /** How many executions match all filters, by flow, sorted; without flows that have none. */
  List<FlowCount> countByFlow(List<Filter<ExecutionField>> filters);

  /** How many executions a task run has started, by their status; without those that have none. */
  Map<ExecutionStatus, Integer> countCalled(ExecutionId caller, int taskRun);

  /** All executions that are not over, oldest first. */
  List<ExecutionId> live();

  /** All timers, earliest first. */
  List<Timer> timers();

  /** Which execution a request has made. */
  Optional<RequestKey> findRequest(String key);

  /** Which executions requests have made, by their keys; those that have made one. */
  default Map<String, RequestKey> findRequests(Collection<String> keys) {
    Map<String, RequestKey> found = new HashMap<>();
    for (String key : keys) {
      findRequest(key).ifPresent(request -> found.put(key, request));
    }
    return found;
  }

  /**
   * Removes an execution that is over, with everything that belongs to it.
   *
   * @return false when there is none
   */
  boolean delete(ExecutionId id);

  /**
   * Removes what belongs to executions that are over, a portion at a time, so that nobody else
   * waits long; other executions stay as they are. When it breaks off, an execution is there as
   * long as anything of it is.
   */
  Removal.Count remove(List<ExecutionId> executions, Removal removal);

  /** Forgets request keys that are older. */
  int deleteRequestsBefore(Instant instant);
}
