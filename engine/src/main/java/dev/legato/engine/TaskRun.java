package dev.legato.engine;

import dev.legato.model.event.Event.TaskRunCreated;
import dev.legato.model.execution.Attempt;
import dev.legato.model.execution.ExecutionId;
import dev.legato.model.execution.Ids;
import dev.legato.model.execution.StatusHistory;
import dev.legato.model.execution.TaskRunRecord;
import dev.legato.model.execution.TaskRunStatus;
import dev.legato.model.plan.Step;
import dev.legato.model.plan.StepPosition;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One task run in memory. Only {@link ExecutionState#apply} changes it. */
final class TaskRun {
  static final int NO_ITERATION = -1;

  final int sequence;
  final StepPosition position;
  final Group parent;
  final int iteration;
  final @Nullable String value;

  StatusHistory<TaskRunStatus> history;
  List<Attempt> attempts = List.of();
  Map<String, @Nullable Object> outputs = Map.of();
  @Nullable Group group;

  /** Whether the store does not know the latest change yet. */
  boolean dirty;

  TaskRun(TaskRunCreated created, StepPosition position, Group parent) {
    this.sequence = created.taskRun();
    this.position = position;
    this.parent = parent;
    this.iteration = created.iteration() == null ? NO_ITERATION : created.iteration();
    this.value = created.value();
    this.history = StatusHistory.of(TaskRunStatus.CREATED, created.at());
  }

  TaskRun(TaskRunRecord stored, StepPosition position, Group parent) {
    this.sequence = stored.sequence();
    this.position = position;
    this.parent = parent;
    this.iteration = stored.iteration() == null ? NO_ITERATION : stored.iteration();
    this.value = stored.value();
    this.history = stored.history();
    this.attempts = stored.attempts();
    this.outputs = stored.outputs();
  }

  Step step() {
    return position.step();
  }

  TaskRunStatus status() {
    return history.current();
  }

  boolean hasRunningAttempt() {
    return !attempts.isEmpty() && !attempts.getLast().status().isTerminal();
  }

  /** How many attempts ended with this status. */
  int attemptsWith(TaskRunStatus status) {
    int count = 0;
    for (Attempt attempt : attempts) {
      if (attempt.status() == status) {
        count++;
      }
    }
    return count;
  }

  void enter(TaskRunStatus status, Instant at) {
    history = history.with(status, at);
  }

  void startAttempt(Instant at) {
    var attempt = new Attempt(StatusHistory.of(TaskRunStatus.RUNNING, at));
    attempts = attempts.isEmpty() ? List.of(attempt) : append(attempts, attempt);
  }

  void endAttempt(TaskRunStatus status, Instant at) {
    var ended = new Attempt(attempts.getLast().history().with(status, at));
    attempts =
        attempts.size() == 1
            ? List.of(ended)
            : append(attempts.subList(0, attempts.size() - 1), ended);
  }

  private static List<Attempt> append(List<Attempt> attempts, Attempt last) {
    var longer = new ArrayList<Attempt>(attempts.size() + 1);
    longer.addAll(attempts);
    longer.add(last);
    return List.copyOf(longer);
  }

  TaskRunRecord toRecord(ExecutionId execution) {
    return new TaskRunRecord(
        execution,
        sequence,
        Ids.taskRun(execution, sequence),
        step().id(),
        parent.run == null ? null : parent.run.sequence,
        value,
        iteration == NO_ITERATION ? null : iteration,
        history,
        attempts,
        outputs,
        group == null ? null : group.items);
  }
}
