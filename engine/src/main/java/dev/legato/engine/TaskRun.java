package dev.legato.engine;

import dev.legato.model.event.Event.TaskRunCreated;
import dev.legato.model.execution.Attempt;
import dev.legato.model.execution.AttemptResult;
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

/**
 * One task run in memory. Only {@link ExecutionState#apply} changes it.
 *
 * <p>Worker threads read status, outputs and group while the shard changes them: the outputs are
 * set before the status that makes them readable.
 */
final class TaskRun {
  static final int NO_ITERATION = -1;

  final int sequence;
  final StepPosition position;
  final Group parent;
  final int iteration;

  Map<String, @Nullable Object> outputs = Map.of();

  /** Whether the store does not know the latest change yet. */
  boolean dirty;

  private volatile TaskRunStatus status;
  private volatile @Nullable Group group;
  private @Nullable Past past;

  TaskRun(TaskRunCreated created, StepPosition position, Group parent) {
    this.sequence = created.taskRun();
    this.position = position;
    this.parent = parent;
    this.iteration = created.iteration() == null ? NO_ITERATION : created.iteration();
    this.status = TaskRunStatus.CREATED;
    this.past = new Past(StatusHistory.of(TaskRunStatus.CREATED, created.at()), List.of());
  }

  TaskRun(TaskRunRecord stored, StepPosition position, Group parent) {
    this.sequence = stored.sequence();
    this.position = position;
    this.parent = parent;
    this.iteration = stored.iteration() == null ? NO_ITERATION : stored.iteration();
    this.outputs = stored.outputs();
    this.status = stored.status();
    this.past = new Past(stored.history(), stored.attempts());
    this.group = Restoration.group(this, stored);
  }

  Step step() {
    return position.step();
  }

  TaskRunStatus status() {
    return status;
  }

  /** Present once the group opened; absent for tasks. */
  @Nullable Group group() {
    return group;
  }

  /** The loop value, for direct children of a loop. */
  @Nullable String value() {
    return iteration == NO_ITERATION || parent.items == null ? null : parent.label(iteration);
  }

  /** What it went through; gone once the task run has ended and is written. */
  Past past() {
    Past known = past;
    if (known == null) {
      throw new IllegalStateException(
          "Expected task run %d ('%s') to be changing, but it ended as %s and its past is dropped"
              .formatted(sequence, step().id(), status));
    }
    return known;
  }

  boolean hasRunningAttempt() {
    return past != null && past.hasRunningAttempt();
  }

  void enter(TaskRunStatus next, Instant at) {
    past = past().entered(this, next, at);
    status = next;
  }

  void open(Group opened, Map<String, @Nullable Object> early, Instant at) {
    outputs = early;
    enter(TaskRunStatus.RUNNING, at);
    group = opened;
  }

  void startAttempt(Instant at) {
    var attempt = new Attempt(StatusHistory.of(TaskRunStatus.RUNNING, at));
    past = past().withAttempts(append(past().attempts(), attempt));
  }

  void endAttempt(AttemptResult result, Instant at) {
    List<Attempt> attempts = past().attempts();
    int last = attempts.size() - 1;
    var ended =
        new Attempt(attempts.get(last).history().with(result.status(), at), result.logFile());
    List<Attempt> earlier = last == 0 ? List.of() : attempts.subList(0, last);
    past = past().withAttempts(append(earlier, ended));
  }

  /**
   * Frees what only a change would need, for nothing changes any more: a loop may have a million of
   * these in memory. What a new execution is to try again tells when that one is due.
   */
  void forgetPastIfOver() {
    if (status.isTerminal() && status != TaskRunStatus.RETRIED) {
      past = null;
    }
  }

  TaskRunRecord toRecord(ExecutionId execution) {
    Group opened = group;
    return new TaskRunRecord(
        execution,
        sequence,
        Ids.taskRun(execution, sequence),
        step().id(),
        parent.run == null ? null : parent.run.sequence,
        value(),
        iteration == NO_ITERATION ? null : iteration,
        past().history(),
        past().attempts(),
        outputs,
        opened == null ? null : opened.items);
  }

  private static List<Attempt> append(List<Attempt> attempts, Attempt last) {
    if (attempts.isEmpty()) {
      return List.of(last);
    }
    var longer = new ArrayList<Attempt>(attempts.size() + 1);
    longer.addAll(attempts);
    longer.add(last);
    return List.copyOf(longer);
  }

  /** The statuses and attempts so far. */
  record Past(StatusHistory<TaskRunStatus> history, List<Attempt> attempts) {
    boolean hasRunningAttempt() {
      return !attempts.isEmpty() && !attempts.getLast().status().isTerminal();
    }

    int endedAttempts() {
      return hasRunningAttempt() ? attempts.size() - 1 : attempts.size();
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

    private Past entered(TaskRun run, TaskRunStatus next, Instant at) {
      if (history.current() == next) {
        return this;
      }
      Transitions.requireTaskRun(history, next, run);
      return new Past(history.with(next, at), attempts);
    }

    private Past withAttempts(List<Attempt> longer) {
      return new Past(history, longer);
    }
  }
}
