package dev.legato.engine;

import dev.legato.model.effect.Effect.CancelTimer;
import dev.legato.model.effect.Effect.KillTask;
import dev.legato.model.effect.Effect.RunTask;
import dev.legato.model.effect.Effect.SetTimer;
import dev.legato.model.event.Event.AttemptStarted;
import dev.legato.model.event.Event.RetryPlanned;
import dev.legato.model.event.Event.SectionEntered;
import dev.legato.model.event.Event.TaskRunCreated;
import dev.legato.model.event.Event.TaskRunEnded;
import dev.legato.model.event.Event.TaskRunKillRequested;
import dev.legato.model.execution.AttemptResult;
import dev.legato.model.execution.ExecutionStatus;
import dev.legato.model.execution.Ids;
import dev.legato.model.execution.Job;
import dev.legato.model.execution.TaskRunStatus;
import dev.legato.model.execution.Timer;
import dev.legato.model.flow.RetryPolicy;
import dev.legato.model.plan.Step;
import dev.legato.model.plan.Step.CallStep;
import dev.legato.model.plan.Step.GroupStep;
import dev.legato.model.plan.Step.InstantStep;
import dev.legato.model.plan.Step.TaskStep;
import dev.legato.model.plan.StepHeader;
import dev.legato.model.plan.StepPosition.Section;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Moves an execution forward until every branch waits for a worker or a timer. Work is queued
 * rather than recursed into, because a loop over a million values must not need a deep stack.
 */
final class Frontier {
  private final Turn turn;
  private final ExecutionState state;
  private final Opening opening;
  private int portion = Engine.PORTION;

  Frontier(Turn turn) {
    this.turn = turn;
    this.state = turn.state();
    this.opening = new Opening(turn);
  }

  void add(Work work) {
    state.backlog().add(work);
  }

  /** Does all queued work, up to a portion; what is left stays queued. */
  void advance() {
    while (portion > 0) {
      Work work = state.backlog().poll();
      if (work == null) {
        return;
      }
      if (work.lane() == Work.CHECK) {
        check(work.group());
      } else {
        continueLane(work);
      }
    }
  }

  /** A worker has reported, and the report is part of the state. */
  void attemptEnded(TaskRun run, AttemptResult result) {
    if (result.status() == TaskRunStatus.RESUBMITTED) {
      if (killing()) {
        end(run, TaskRunStatus.KILLED);
      } else {
        startAttempt(run);
      }
      return;
    }
    if (result.status() == TaskRunStatus.FAILED && !killing() && planRetry(run)) {
      return;
    }
    end(run, result.status());
  }

  /** Has a worker run the task once more. */
  void startAttempt(TaskRun run) {
    int attempt = run.past().attempts().size();
    turn.emit(new AttemptStarted(run.sequence, attempt, turn.now()));
    var job =
        new Job(
            state.id(),
            state.flow(),
            state.plan().revision(),
            run.sequence,
            Ids.taskRun(state.id(), run.sequence),
            attempt,
            (TaskStep) run.step(),
            null,
            Scope.ofTaskRun(state, run));
    turn.effect(new RunTask(job));
  }

  /** Gives the task run its final status, softened as its author allows, and tells its group. */
  void end(TaskRun run, TaskRunStatus reached) {
    turn.emit(new TaskRunEnded(run.sequence, soften(run, reached), turn.now()));
    Group group = run.parent;
    if (run.position.section() != group.section) {
      return;
    }
    int next = group.lanes.placeOf(run) + 1;
    if (!group.stopped && !killing() && next < group.lanes.length()) {
      group.pending++;
      add(new Work(group, group.lanes.laneOf(run), next));
    } else {
      add(Work.check(group));
    }
  }

  /** Asks everything that runs to stop and ends everything that waits, children first. */
  void killAll() {
    for (TaskRun run : state.taskRuns().reversed()) {
      if (run.status().isTerminal()) {
        continue;
      }
      if (run.status() == TaskRunStatus.RETRYING) {
        turn.effect(new CancelTimer(new Timer.Key(state.id(), Timer.Kind.RETRY, run.sequence)));
        end(run, TaskRunStatus.KILLED);
        continue;
      }
      turn.emit(new TaskRunKillRequested(run.sequence, turn.now()));
      if (run.hasRunningAttempt()) {
        turn.effect(new KillTask(state.id(), run.sequence, run.past().attempts().size() - 1));
      }
      if (run.group() != null) {
        add(Work.check(run.group()));
      }
    }
    add(Work.check(state.root()));
  }

  private boolean killing() {
    return state.status() == ExecutionStatus.KILLING;
  }

  private void continueLane(Work work) {
    Group group = work.group();
    group.pending--;
    if (killing() || group.stopped) {
      check(group);
    } else {
      start(group, work.lane(), work.place());
    }
  }

  /** Opens lanes while the group may, and ends it when nothing is left to wait for. */
  private void check(Group group) {
    if (isClosed(group)) {
      return;
    }
    while (group.mayOpenLane(killing())) {
      if (portion <= 0) {
        add(Work.check(group));
        return;
      }
      start(group, group.nextLane, 0);
    }
    if (group.sectionIsDone(killing())) {
      close(group);
    }
  }

  private boolean isClosed(Group group) {
    return group.run == null ? state.status().isTerminal() : group.run.status().isTerminal();
  }

  private void close(Group group) {
    boolean toErrors =
        group.section == Section.TASKS
            && group.failed
            && !killing()
            && !group.step.errors().isEmpty();
    if (toErrors) {
      Integer sequence = group.run == null ? null : group.run.sequence;
      turn.emit(new SectionEntered(sequence, Section.ERRORS, turn.now()));
      add(Work.check(group));
    } else if (group.run == null) {
      new Completion(turn).endExecution(status(group));
    } else {
      end(group.run, status(group));
    }
  }

  private TaskRunStatus status(Group group) {
    if (killing() || group.killed) {
      return TaskRunStatus.KILLED;
    }
    if (group.failed) {
      return TaskRunStatus.FAILED;
    }
    return group.warned ? TaskRunStatus.WARNING : TaskRunStatus.SUCCESS;
  }

  private void start(Group group, int lane, int place) {
    portion--;
    Step step = group.lanes.step(lane, place);
    int iteration = group.lanes.iteration(lane);
    List<String> items = iteration == TaskRun.NO_ITERATION ? null : group.items;
    turn.emit(
        new TaskRunCreated(
            state.nextSequence(),
            step.id(),
            group.run == null ? null : group.run.sequence,
            group.section,
            items == null ? null : iteration,
            items == null ? null : items.get(iteration),
            turn.now()));
    TaskRun run = state.taskRuns().getLast();
    Optional<TaskRunStatus> decided = opening.precondition(run);
    if (decided.isPresent()) {
      end(run, decided.get());
      return;
    }
    switch (step) {
      case TaskStep _ -> startAttempt(run);
      case CallStep _, InstantStep _ ->
          throw new IllegalStateException("Expected a step of this version, but got " + step);
      case GroupStep groupStep -> {
        Group opened = opening.open(run, groupStep) ? run.group() : null;
        if (opened != null) {
          add(Work.check(opened));
        } else {
          end(run, TaskRunStatus.FAILED);
        }
      }
    }
  }

  private boolean planRetry(TaskRun run) {
    Optional<Instant> next = Retries.next(state.id(), run);
    next.ifPresent(
        due -> {
          turn.emit(new RetryPlanned(run.sequence, due, turn.now()));
          turn.effect(new SetTimer(new Timer(state.id(), Timer.Kind.RETRY, run.sequence, due)));
        });
    return next.isPresent();
  }

  private static TaskRunStatus soften(TaskRun run, TaskRunStatus reached) {
    StepHeader header = run.step().header();
    RetryPolicy retry = header.retry();
    boolean retried = run.past().attemptsWith(TaskRunStatus.FAILED) > 0;
    TaskRunStatus status = reached;
    if (status == TaskRunStatus.SUCCESS
        && retried
        && retry != null
        && retry.limits().warningOnRetry()) {
      status = TaskRunStatus.WARNING;
    }
    if (status == TaskRunStatus.FAILED && header.allowFailure()) {
      status = TaskRunStatus.WARNING;
    }
    return status == TaskRunStatus.WARNING && header.allowWarning()
        ? TaskRunStatus.SUCCESS
        : status;
  }

  /** What a crash leaves undone in a group: lanes whose next child was never created. */
  List<Work> unfinishedLanes(Group group) {
    var unfinished = new ArrayList<Work>();
    for (TaskRun child : group.children()) {
      if (child == null
          || child.position.section() != group.section
          || !child.status().isTerminal()) {
        continue;
      }
      int next = group.lanes.placeOf(child) + 1;
      if (next < group.lanes.length() && group.childAfter(child) == null) {
        unfinished.add(new Work(group, group.lanes.laneOf(child), next));
      }
    }
    return unfinished;
  }
}
