package dev.legato.storage;

import dev.legato.model.execution.ExecutionId;
import dev.legato.model.execution.ExecutionRecord;
import dev.legato.model.execution.TaskRunRecord;
import dev.legato.model.execution.Timer;
import dev.legato.model.log.LogEntry;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one turn of a shard writes: all of it or nothing.
 *
 * @param timersCancelled taken away before {@code timersSet} are set
 * @param requests each with a key that is not stored yet
 * @param notes kept until somebody has dealt with them, see {@link TriggerStore#notes}
 */
public record CommitBatch(
    ShardLease lease,
    List<ExecutionChange> executions,
    List<Timer> timersSet,
    List<Timer.Key> timersCancelled,
    List<LogEntry> logs,
    List<RequestKey> requests,
    List<StatusNote> notes) {
  /** A batch of which nobody has to hear. */
  public CommitBatch(
      ShardLease lease,
      List<ExecutionChange> executions,
      List<Timer> timersSet,
      List<Timer.Key> timersCancelled,
      List<LogEntry> logs,
      List<RequestKey> requests) {
    this(lease, executions, timersSet, timersCancelled, logs, requests, List.of());
  }

  /**
   * What changed in one execution.
   *
   * @param execution absent when only task runs changed
   * @param taskRuns new and changed ones, each at most once
   * @param removed sequences of task runs that are gone; none of them is in {@code taskRuns}, and
   *     none is ever used again; their timers are to be cancelled, too
   */
  public record ExecutionChange(
      @Nullable ExecutionRecord execution, List<TaskRunRecord> taskRuns, List<Integer> removed) {
    /** A change that removes nothing. */
    public static ExecutionChange of(
        @Nullable ExecutionRecord execution, List<TaskRunRecord> taskRuns) {
      return new ExecutionChange(execution, taskRuns, List.of());
    }

    /** Whose change it is. */
    public ExecutionId id() {
      if (execution != null) {
        return execution.id();
      }
      if (taskRuns.isEmpty()) {
        throw new IllegalStateException(
            "Expected a change with an execution or a task run, but it only removes " + removed);
      }
      return taskRuns.getFirst().execution();
    }
  }

  /**
   * Remembers which execution a client's request made, so that the same request sent again makes no
   * second one.
   *
   * @param key chosen by the client
   * @param fingerprint of the request's content: the same key with other content is refused
   */
  public record RequestKey(
      String key, String fingerprint, ExecutionId execution, Instant createdAt) {}
}
