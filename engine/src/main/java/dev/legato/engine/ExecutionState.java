package dev.legato.engine;

import dev.legato.model.event.Event;
import dev.legato.model.event.Event.AttemptEnded;
import dev.legato.model.event.Event.AttemptStarted;
import dev.legato.model.event.Event.BreakpointReached;
import dev.legato.model.event.Event.BreakpointsChanged;
import dev.legato.model.event.Event.ExecutionCondemned;
import dev.legato.model.event.Event.ExecutionCreated;
import dev.legato.model.event.Event.ExecutionEnded;
import dev.legato.model.event.Event.ExecutionEvent;
import dev.legato.model.event.Event.ExecutionKillRequested;
import dev.legato.model.event.Event.ExecutionOver;
import dev.legato.model.event.Event.ExecutionPaused;
import dev.legato.model.event.Event.ExecutionQueued;
import dev.legato.model.event.Event.ExecutionRelabelled;
import dev.legato.model.event.Event.ExecutionResumed;
import dev.legato.model.event.Event.ExecutionRewound;
import dev.legato.model.event.Event.ExecutionStarted;
import dev.legato.model.event.Event.ExecutionStatusChanged;
import dev.legato.model.event.Event.ExecutionWaitsForRetry;
import dev.legato.model.event.Event.GroupStarted;
import dev.legato.model.event.Event.LastTasksKillRequested;
import dev.legato.model.event.Event.OutputsChanged;
import dev.legato.model.event.Event.RetryPlanned;
import dev.legato.model.event.Event.RetryStarted;
import dev.legato.model.event.Event.RoundStarted;
import dev.legato.model.event.Event.SectionEntered;
import dev.legato.model.event.Event.SuccessorConfirmed;
import dev.legato.model.event.Event.TaskRunCreated;
import dev.legato.model.event.Event.TaskRunEnded;
import dev.legato.model.event.Event.TaskRunEvent;
import dev.legato.model.event.Event.TaskRunKillRequested;
import dev.legato.model.event.Event.TaskRunPaused;
import dev.legato.model.event.Event.TaskRunResumed;
import dev.legato.model.event.Event.VariablesChanged;
import dev.legato.model.execution.Attempt;
import dev.legato.model.execution.ExecutionDraft;
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
import dev.legato.model.plan.StepPosition.Section;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
  private int knownSteps;
  private Group root;
  private final TaskRuns taskRuns = new TaskRuns();
  private final Agenda agenda = new Agenda();
  private int runningAttempts;
  private int retrying;
  private int paused;

  /** How attempts have ended of task runs that were tried more than once. */
  private final Set<TaskRunStatus> retriedAttempts = EnumSet.noneOf(TaskRunStatus.class);

  /** The rows that nothing was applied to yet. */
  private @Nullable StoredExecution rows;

  /** An execution that does not exist yet. */
  public ExecutionState(Plan plan) {
    this.plan = plan;
    this.root = Group.root(plan);
  }

  /** The execution as it was when it was last written. */
  public static ExecutionState restore(Plan plan, StoredExecution stored) {
    var state = new ExecutionState(plan);
    state.load(stored, Set.of());
    state.rows = stored;
    state.knownSteps = stored.execution().history().entries().size();
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

  /** How many task runs are paused. */
  public int paused() {
    return paused;
  }

  /** The statuses of all attempts of task runs that were tried more than once. */
  Set<TaskRunStatus> retriedAttempts() {
    return Collections.unmodifiableSet(retriedAttempts);
  }

  private void noteRetries(TaskRun run) {
    List<Attempt> attempts = run.past().attempts();
    if (attempts.size() > 1) {
      attempts.forEach(attempt -> retriedAttempts.add(attempt.status()));
    }
  }

  /** Whether the execution is paused as a whole, or at a breakpoint: nothing new starts. */
  public boolean isHeld() {
    return status() == ExecutionStatus.BREAKPOINT
        || (status() == ExecutionStatus.PAUSED && paused == 0);
  }

  /** Whether nothing will happen any more by itself. */
  public boolean isOver() {
    return header().over();
  }

  /** Takes what changed since the last call; the caller writes it. */
  public Changes drainChanges() {
    List<TaskRunRecord> records = taskRuns.drainChanged(id());
    ExecutionRecord changed = null;
    int known = knownSteps;
    if (headerDirty) {
      header =
          header().change().version(header().version() + 1).taskRunCount(taskRuns.count()).build();
      headerDirty = false;
      changed = header;
      knownSteps = header.history().entries().size();
    }
    return new Changes(changed, records, taskRuns.drainRemoved(), known);
  }

  /** The only way in which an execution changes. */
  void apply(Event event) {
    rows = null;
    switch (event) {
      case ExecutionEvent e -> applyToExecution(e);
      case TaskRunEvent e -> applyToTaskRun(e);
    }
  }

  private void applyToExecution(ExecutionEvent event) {
    switch (event) {
      case ExecutionCreated e -> change(FirstRecord.of(e.request(), plan, e.at()));
      case ExecutionQueued e -> enter(ExecutionStatus.QUEUED, e.at());
      case ExecutionStarted e -> enter(ExecutionStatus.RUNNING, e.at());
      case ExecutionPaused e -> enter(ExecutionStatus.PAUSED, e.at());
      case ExecutionResumed e -> enter(ExecutionStatus.RESTARTED, e.at());
      case ExecutionKillRequested e -> {
        enter(ExecutionStatus.KILLING, e.at());
        change(header().change().sparesChildren(!e.cascade()));
      }
      case LastTasksKillRequested e ->
          change(header().change().verdict(ExecutionStatus.KILLED).sparesChildren(!e.cascade()));
      case BreakpointReached e -> enter(ExecutionStatus.BREAKPOINT, e.at());
      case BreakpointsChanged e -> change(header().change().breakpoints(e.breakpoints()));
      case SuccessorConfirmed _ -> change(header().change().verdict(null));
      case ExecutionWaitsForRetry e -> enter(ExecutionStatus.RETRYING, e.at());
      case ExecutionStatusChanged e -> // asked for by somebody, who may take any end for another
          change(header().change().history(header().history().with(e.status(), e.at())));
      case ExecutionCondemned e -> change(header().change().verdict(e.verdict()));
      case ExecutionEnded e -> {
        enter(e.status(), e.at());
        change(header().change().outputs(e.outputs()).over(e.over()));
        if (!e.over()) { // what follows the end is not settled by how the end came about
          change(header().change().verdict(null));
        }
      }
      case ExecutionOver _ -> change(header().change().over(true));
      case ExecutionRelabelled e -> change(header().change().labels(e.labels()));
      case VariablesChanged e -> change(header().change().variables(e.variables()));
      case ExecutionRewound e -> rewind(e);
      case SectionEntered e -> group(e.taskRun()).enter(e.section());
    }
  }

  private void applyToTaskRun(TaskRunEvent event) {
    if (event instanceof TaskRunCreated created) {
      create(created);
      return;
    }
    TaskRun run = taskRuns.changed(event.taskRun());
    switch (event) {
      case TaskRunCreated _ -> {}
      case GroupStarted e -> open(run, e);
      case RoundStarted e -> startRound(run, e.round());
      case OutputsChanged e -> run.outputs = e.outputs();
      case AttemptStarted e -> {
        run.enter(TaskRunStatus.RUNNING, e.at());
        run.startAttempt(e.at());
        runningAttempts++;
      }
      case AttemptEnded e -> {
        run.endAttempt(e.result(), e.at());
        run.outputs = e.result().outputs();
        runningAttempts--;
        noteRetries(run);
      }
      case RetryPlanned e -> move(run, TaskRunStatus.RETRYING, e.at());
      case RetryStarted e -> move(run, TaskRunStatus.CREATED, e.at());
      case TaskRunPaused e -> move(run, TaskRunStatus.PAUSED, e.at());
      case TaskRunKillRequested e -> move(run, TaskRunStatus.KILLING, e.at());
      case TaskRunResumed e -> {
        run.outputs = e.outputs(); // before the status, for threads that read
        move(run, TaskRunStatus.RUNNING, e.at());
      }
      case TaskRunEnded e -> {
        move(run, e.status(), e.at());
        run.parent.count(run);
      }
    }
  }

  /** Gives a task run another status, and counts it where it is counted then. */
  private void move(TaskRun run, TaskRunStatus status, Instant at) {
    count(run.status(), -1);
    run.enter(status, at);
    count(status, 1);
  }

  private void count(TaskRunStatus status, int change) {
    if (status == TaskRunStatus.RETRYING) {
      retrying += change;
    } else if (status == TaskRunStatus.PAUSED) {
      paused += change;
    }
  }

  private static void open(TaskRun run, GroupStarted event) {
    var group = new Group(run, (GroupStep) run.step(), event.branch(), event.items());
    run.open(group, event.outputs(), event.at());
  }

  private void startRound(TaskRun run, int round) {
    Group group = group(run.sequence);
    group.children(Section.TASKS).forEach(taskRuns::remove);
    group.enterRound(round);
    run.outputs = Map.of(Restoration.ITERATION_COUNT, round);
    headerDirty = true; // it counts task runs, of which the latest may be gone now
  }

  /** The rows as they are stored; only as long as nothing was applied to them. */
  StoredExecution rows() {
    if (rows == null) {
      throw new IllegalStateException(
          "Expected execution %s to be as it is stored, but it has changed since".formatted(id()));
    }
    return rows;
  }

  Agenda agenda() {
    return agenda;
  }

  Group root() {
    return root;
  }

  TaskRuns taskRuns() {
    return taskRuns;
  }

  private Group group(@Nullable Integer taskRun) {
    if (taskRun == null) {
      return root;
    }
    Group group = taskRuns.get(taskRun).group();
    if (group == null) {
      throw new IllegalStateException(
          "Expected task run %d of execution %s to be an open group, but it is not"
              .formatted(taskRun, id()));
    }
    return group;
  }

  private void change(ExecutionDraft change) {
    header = change.build();
    headerDirty = true;
  }

  private void enter(ExecutionStatus status, Instant at) {
    StatusHistory<ExecutionStatus> history = header().history();
    Transitions.requireExecution(history, status, id());
    change(header().change().history(history.with(status, at)));
  }

  private void create(TaskRunCreated created) {
    Group parent = group(created.parent());
    var run = new TaskRun(created, position(created.stepId()), parent);
    taskRuns.add(run);
    parent.add(run);
    taskRuns.changed(run.sequence);
  }

  private void rewind(ExecutionRewound event) {
    root = Group.root(plan);
    taskRuns.clear();
    agenda.clear();
    runningAttempts = 0;
    retrying = 0;
    paused = 0;
    retriedAttempts.clear();
    load(event.rows(), event.changed());
    headerDirty = true;
    taskRuns.mark(event.changed(), event.removed());
  }

  /**
   * @param changed sequences of task runs that are still to be written
   */
  private void load(StoredExecution stored, Set<Integer> changed) {
    header = stored.execution();
    for (TaskRunRecord taskRun : stored.taskRuns()) {
      TaskRun run = restore(taskRun);
      if (!changed.contains(run.sequence)) {
        run.forgetPastIfOver();
      }
    }
    taskRuns.fillUpTo(stored.execution().taskRunCount());
    if (status().isTerminal() && !isOver()) {
      Restoration.enter(root, Section.AFTER);
    }
  }

  private StepPosition position(String stepId) {
    return plan.position(stepId)
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "Expected a step '%s' in revision %d of %s, but there is none"
                        .formatted(stepId, plan.revision(), plan.flow())));
  }

  private TaskRun restore(TaskRunRecord stored) {
    StepPosition position = position(stored.taskId());
    Group parent = group(stored.parent());
    Restoration.enter(parent, position.section());
    var run = new TaskRun(stored, position, parent);
    taskRuns.add(run);
    parent.add(run);
    if (run.hasRunningAttempt()) {
      runningAttempts++;
    }
    count(run.status(), 1);
    noteRetries(run);
    if (run.status().isTerminal()) {
      parent.count(run);
    }
    return run;
  }
}
