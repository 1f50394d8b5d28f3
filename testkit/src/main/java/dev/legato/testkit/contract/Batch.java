package dev.legato.testkit.contract;

import dev.legato.model.execution.ExecutionRecord;
import dev.legato.model.execution.TaskRunRecord;
import dev.legato.model.execution.Timer;
import dev.legato.model.log.LogEntry;
import dev.legato.storage.CommitBatch;
import dev.legato.storage.CommitBatch.ExecutionChange;
import dev.legato.storage.CommitBatch.RequestKey;
import dev.legato.storage.ShardLease;
import java.util.ArrayList;
import java.util.List;

/** Puts a {@link CommitBatch} together. */
public final class Batch {
  private final ShardLease lease;
  private final List<ExecutionChange> executions = new ArrayList<>();
  private final List<Timer> timersSet = new ArrayList<>();
  private final List<Timer.Key> timersCancelled = new ArrayList<>();
  private final List<LogEntry> logs = new ArrayList<>();
  private final List<RequestKey> requests = new ArrayList<>();

  public Batch(ShardLease lease) {
    this.lease = lease;
  }

  public Batch execution(ExecutionRecord execution, TaskRunRecord... taskRuns) {
    executions.add(ExecutionChange.of(execution, List.of(taskRuns)));
    return this;
  }

  /** Changes an execution and removes task runs of it. */
  public Batch rewound(
      ExecutionRecord execution, List<TaskRunRecord> taskRuns, Integer... removed) {
    executions.add(new ExecutionChange(execution, taskRuns, List.of(removed)));
    return this;
  }

  public Batch taskRuns(TaskRunRecord... taskRuns) {
    executions.add(ExecutionChange.of(null, List.of(taskRuns)));
    return this;
  }

  public Batch set(Timer timer) {
    timersSet.add(timer);
    return this;
  }

  public Batch cancel(Timer.Key key) {
    timersCancelled.add(key);
    return this;
  }

  public Batch log(LogEntry line) {
    logs.add(line);
    return this;
  }

  public Batch request(RequestKey request) {
    requests.add(request);
    return this;
  }

  public CommitBatch build() {
    return new CommitBatch(lease, executions, timersSet, timersCancelled, logs, requests);
  }
}
