package dev.legato.engine;

import dev.legato.model.command.Command.CreateExecution;
import dev.legato.model.event.Event;
import dev.legato.model.event.Event.*;
import dev.legato.model.event.Event.AttemptEnded;
import dev.legato.model.event.Event.AttemptStarted;
import dev.legato.model.event.Event.ExecutionCreated;
import dev.legato.model.event.Event.ExecutionEnded;
import dev.legato.model.event.Event.ExecutionKillRequested;
import dev.legato.model.event.Event.ExecutionStarted;
import dev.legato.model.event.Event.ExecutionWaitsForRetry;
import dev.legato.model.event.Event.GroupStarted;
import dev.legato.model.event.Event.RetryPlanned;
import dev.legato.model.event.Event.RetryStarted;
import dev.legato.model.event.Event.TaskRunCreated;
import dev.legato.model.event.Event.TaskRunEnded;
import dev.legato.model.event.Event.TaskRunKillRequested;
import dev.legato.model.execution.ExecutionId;
import dev.legato.model.execution.ExecutionRecord;
import dev.legato.model.execution.ExecutionStatus;
import dev.legato.model.execution.StatusHistory;
import dev.legato.model.execution.StoredExecution;
import dev.legato.model.execution.TaskRunRecord;
import dev.legato.model.execution.TaskRunStatus;
import dev.legato.model.flow.FlowId;
import dev.legato.model.plan.Plan;
import dev.legato.model.plan.Step.GroupStep;
import dev.legato.model.plan.StepPosition;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that is known of one execution, in memory, owned by the thread that owns its shard. It
 * changes through {@link #apply} only; {@link #drainChanges} tells what the store does not know
 * yet.
 */
public final class ExecutionState {
  private final Plan plan;
  private @Nullable ExecutionRecord header;
  private boolean headerDirty;
  private final Group root;
  private final List<TaskRun> taskRuns = new ArrayList<>();
  private final List<TaskRun> dirty = new ArrayList<>();
  private int runningAttempts;
  private int retrying;

  /** Work that was left for the next turn; rebuilt after a crash. */
  private final Deque<Work> backlog = new ArrayDeque<>();

  /** Whether a continuation is on its way; forgotten in a crash like the backlog it is for. */
  private boolean continuationScheduled;

  /** An execution that does not exist yet. */
  public ExecutionState(Plan plan) {
    this.plan = plan;
    this.root = new Group(null, plan.root(), 0, null);
  }

  /** The execution as it was when it was last written. */
  public static ExecutionState restore(Plan plan, StoredExecution stored) {
    var state = new ExecutionState(plan);
    state.header = stored.execution();
    for (TaskRunRecord taskRun : stored.taskRuns()) {
      state.restore(taskRun);
    }
    return state;
  }

  /** Whether nothing was ever applied. */
  public boolean isNew() {
    return header == null;
  }

  public Plan plan() {
    return plan;
  }

  public ExecutionRecord header() {
    if (header == null) {
      throw new IllegalStateException("Expected an execution that was created, but it was not");
    }
    return header;
  }

  public ExecutionId id() {
    return header().id();
  }

  public FlowId flow() {
    return header().flow();
  }

  public ExecutionStatus status() {
    return header().status();
  }

  /** How many attempts workers are running. */
  public int runningAttempts() {
    return runningAttempts;
  }

  /** How many task runs wait for their next attempt. */
  public int retrying() {
    return retrying;
  }

  /** Takes what changed since the last call; the caller writes it. */
  public Changes drainChanges() {
    var records = new ArrayList<TaskRunRecord>(dirty.size());
    for (TaskRun run : dirty) {
      run.dirty = false;
      records.add(run.toRecord(id()));
      run.forgetPastIfOver();
    }
    dirty.clear();
    ExecutionRecord changed = null;
    if (headerDirty) {
      header = HeaderChange.nextVersion(header(), taskRuns.size());
      headerDirty = false;
      changed = header;
    }
    return new Changes(changed, records);
  }

  /** The only way in which an execution changes. */
  void apply(Event event) {
    switch (event) {
      case ExecutionCreated e -> create(e.request(), e.at());
      case ExecutionStarted e -> enter(ExecutionStatus.RUNNING, e.at());
      case ExecutionKillRequested e -> enter(ExecutionStatus.KILLING, e.at());
      case ExecutionWaitsForRetry e -> enter(ExecutionStatus.RETRYING, e.at());
      case ExecutionEnded e -> {
        enter(e.status(), e.at());
        header = HeaderChange.withOutputs(header(), e.outputs());
      }
      case TaskRunCreated e -> create(e);
      case GroupStarted e -> open(changed(e.taskRun()), e);
      case SectionEntered e -> group(e.taskRun()).enterErrors();
      case AttemptStarted e -> {
        TaskRun run = changed(e.taskRun());
        run.enter(TaskRunStatus.RUNNING, e.at());
        run.startAttempt(e.at());
        runningAttempts++;
      }
      case AttemptEnded e -> {
        TaskRun run = changed(e.taskRun());
        run.endAttempt(e.result().status(), e.at());
        run.outputs = e.result().outputs();
        runningAttempts--;
      }
      case RetryPlanned e -> {
        changed(e.taskRun()).enter(TaskRunStatus.RETRYING, e.at());
        retrying++;
      }
      case RetryStarted e -> {
        changed(e.taskRun()).enter(TaskRunStatus.CREATED, e.at());
        retrying--;
      }
      case TaskRunKillRequested e -> changed(e.taskRun()).enter(TaskRunStatus.KILLING, e.at());
      case TaskRunEnded e -> end(changed(e.taskRun()), e.status(), e.at());
      case ExecutionQueued _,
          ExecutionPaused _,
          ExecutionResumed _,
          ExecutionCondemned _,
          ExecutionRewound _,
          ExecutionRelabelled _,
          VariablesChanged _,
          ExecutionStatusChanged _,
          ExecutionOver _,
          RoundStarted _,
          TaskRunPaused _,
          TaskRunResumed _,
          OutputsChanged _ ->
          throw new IllegalStateException("Expected an event of this version, but got " + event);
    }
  }

  private static void open(TaskRun run, GroupStarted event) {
    var group = new Group(run, (GroupStep) run.step(), event.branch(), event.items());
    run.open(group, event.outputs(), event.at());
  }

  Group root() {
    return root;
  }

  Deque<Work> backlog() {
    return backlog;
  }

  boolean continuationScheduled() {
    return continuationScheduled;
  }

  void continuationScheduled(boolean scheduled) {
    continuationScheduled = scheduled;
  }

  int nextSequence() {
    return taskRuns.size();
  }

  List<TaskRun> taskRuns() {
    return taskRuns;
  }

  /** The task run, or null when there is none with this sequence. */
  @Nullable TaskRun find(@Nullable Integer sequence) {
    return sequence == null || sequence < 0 || sequence >= taskRuns.size()
        ? null
        : taskRuns.get(sequence);
  }

  TaskRun get(int sequence) {
    TaskRun run = find(sequence);
    if (run == null) {
      throw new IllegalStateException(
          "Expected task run %d of execution %s, but it has %d"
              .formatted(sequence, id(), taskRuns.size()));
    }
    return run;
  }

  private Group group(@Nullable Integer taskRun) {
    if (taskRun == null) {
      return root;
    }
    Group group = get(taskRun).group();
    if (group == null) {
      throw new IllegalStateException(
          "Expected task run %d of execution %s to be an open group, but it is not"
              .formatted(taskRun, id()));
    }
    return group;
  }

  private void create(CreateExecution request, Instant at) {
    header = HeaderChange.created(request, StatusHistory.of(ExecutionStatus.CREATED, at));
    headerDirty = true;
  }

  private void enter(ExecutionStatus status, Instant at) {
    StatusHistory<ExecutionStatus> history = header().history();
    Transitions.requireExecution(history, status, id());
    header = HeaderChange.withHistory(header(), history.with(status, at));
    headerDirty = true;
  }

  private void create(TaskRunCreated created) {
    Group parent = group(created.parent());
    var run = new TaskRun(created, position(created.stepId()), parent);
    taskRuns.add(run);
    parent.add(run);
    changed(run.sequence);
  }

  private void end(TaskRun run, TaskRunStatus status, Instant at) {
    if (run.status() == TaskRunStatus.RETRYING) {
      retrying--;
    }
    run.enter(status, at);
    run.parent.count(run);
  }

  private TaskRun changed(int sequence) {
    TaskRun run = get(sequence);
    if (!run.dirty) {
      run.dirty = true;
      dirty.add(run);
    }
    return run;
  }

  private StepPosition position(String stepId) {
    return plan.position(stepId)
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "Expected a step '%s' in revision %d of %s, but there is none"
                        .formatted(stepId, plan.revision(), plan.flow())));
  }

  private void restore(TaskRunRecord stored) {
    StepPosition position = position(stored.taskId());
    Group parent = group(stored.parent());
    if (position.section() != parent.section) {
      parent.enterErrors();
    }
    var run = new TaskRun(stored, position, parent);
    taskRuns.add(run);
    parent.add(run);
    if (run.hasRunningAttempt()) {
      runningAttempts++;
    }
    if (run.status() == TaskRunStatus.RETRYING) {
      retrying++;
    }
    if (run.status().isTerminal()) {
      parent.count(run);
    }
  }
}
