package dev.legato.storage;

import dev.legato.model.execution.ExecutionId;
import dev.legato.model.execution.ExecutionRecord;
import dev.legato.model.execution.StoredExecution;
import dev.legato.model.execution.Timer;
import dev.legato.storage.CommitBatch.RequestKey;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
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

  /** The execution without its task runs. */
  Optional<ExecutionRecord> findRecord(ExecutionId id);

  /** Executions that match all filters, with their task runs. */
  Page<StoredExecution> search(
      List<Filter<ExecutionField>> filters, PageRequest<ExecutionField> page);

  /** All executions that are not over, oldest first. */
  List<ExecutionId> live();

  /** All timers, earliest first. */
  List<Timer> timers();

  /** Which execution a request has made. */
  Optional<RequestKey> findRequest(String key);

  /**
   * Removes an execution that is over, with its task runs, timers, logs and metrics.
   *
   * @return false when there is none
   */
  boolean delete(ExecutionId id);

  /** Forgets request keys that are older. */
  int deleteRequestsBefore(Instant instant);
}
