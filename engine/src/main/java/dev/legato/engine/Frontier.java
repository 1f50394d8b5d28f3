package dev.legato.engine;

import dev.legato.model.effect.Effect.ReleaseDirectory;
import dev.legato.model.event.Event.ExecutionOver;
import dev.legato.model.event.Event.OutputsChanged;
import dev.legato.model.event.Event.SectionEntered;
import dev.legato.model.event.Event.TaskRunCreated;
import dev.legato.model.event.Event.TaskRunEnded;
import dev.legato.model.execution.ExecutionStatus;
import dev.legato.model.execution.TaskRunStatus;
import dev.legato.model.plan.Step;
import dev.legato.model.plan.Step.DirectoryStep;
import dev.legato.model.plan.Step.LoopUntilStep;
import dev.legato.model.plan.Step.PauseStep;
import dev.legato.model.plan.StepPosition.Section;
import java.util.List;
import java.util.Optional;

/**
 * Moves an execution forward until every branch waits for a worker, a timer or somebody. Work is
 * queued rather than recursed into, because a loop over a million values must not need a deep
 * stack.
 */
final class Frontier {
  private final Turn turn;
  private final ExecutionState state;
  private final Beginning beginning;
  private int portion = Engine.PORTION;

  Frontier(Turn turn) {
    this.turn = turn;
    this.state = turn.state();
    this.beginning = new Beginning(turn, this);
  }

  void add(Work work) {
    state.agenda().backlog().add(work);
  }

  /** Does all queued work, up to a portion; what is left stays queued. */
  void advance() {
    while (portion > 0 && !state.isHeld()) {
      Work work = state.agenda().backlog().poll();
      switch (work) {
        case null -> {
          return;
        }
        case Work.Check it -> check(it.group());
        case Work.Continue it -> continueLane(it);
        case Work.Begin it -> beginning.begin(it.run());
        case Work.Retry it -> beginning.retry(it.run());
      }
    }
  }

  /** Whether nothing new starts in the group, because it is settled how the execution ends. */
  boolean isHalted() {
    return state.status() == ExecutionStatus.KILLING
        || (state.header().verdict() != null && !state.isOver());
  }

  /** Gives the task run its final status, softened as its author allows, and tells its group. */
  void end(TaskRun run, TaskRunStatus reached) {
    TaskRunStatus status = Softening.of(run, reached);
    turn.emit(new TaskRunEnded(run.sequence, status, turn.now()));
    state.agenda().forgetInquiries(run.sequence);
    Group group = run.parent;
    if (run.position.section() != group.section) {
      return;
    }
    if (group.hasChildAfter(run)) { // it went on before somebody took the execution back
      add(new Work.Check(group));
    } else {
      goOn(group, group.lanes.laneOf(run), group.lanes.placeOf(run) + 1, status);
    }
  }

  /** What follows in a lane once a place in it is done. */
  private void goOn(Group group, int lane, int next, TaskRunStatus status) {
    boolean laneGoesOn = status != TaskRunStatus.FAILED || !group.isolatesFailures();
    if (laneGoesOn && !group.stopped && !isHalted() && next < group.lanes.length()) {
      group.pending++;
      add(new Work.Continue(group, lane, next));
    } else {
      add(new Work.Check(group));
    }
  }

  private void continueLane(Work.Continue work) {
    Group group = work.group();
    group.pending--;
    if (isHalted() || group.stopped) {
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
    beginWaiting(group);
    while (true) {
      int lane = group.laneToOpen(isHalted());
      if (lane < 0) {
        break;
      }
      if (portion <= 0 || state.isHeld()) {
        add(new Work.Check(group));
        return;
      }
      start(group, lane, 0);
    }
    if (group.sectionIsDone(isHalted())) {
      close(group);
    }
  }

  private void beginWaiting(Group group) {
    while (!isHalted() && !state.isHeld()) {
      TaskRun next = group.nextWaiting();
      if (next == null) {
        return;
      }
      add(new Work.Begin(next));
    }
  }

  private boolean isClosed(Group group) {
    return group.run == null ? state.isOver() : group.run.status().isTerminal();
  }

  /** Turns to the next section that the group has to run, or ends it. */
  private void close(Group group) {
    Optional<Section> next =
        switch (group.section) {
          case ON_PAUSE -> afterPause(group);
          case TASKS -> afterTasks(group);
          case ERRORS -> last(group);
          case FINALLY, AFTER -> Optional.empty();
        };
    if (next.isPresent()) {
      if (next.get() != group.section) {
        enter(group, next.get());
      }
    } else if (group.hasRounds() && !isHalted() && !new RoundOutputs(turn, group).areKnown()) {
      return; // the answer is going to close the group again
    } else if (group.section == Section.AFTER) {
      turn.emit(new ExecutionOver(turn.now()));
    } else if (group.run == null) {
      new Completion(turn).endExecution(status(group));
    } else {
      if (group.step instanceof DirectoryStep) {
        adoptOutputs(group, group.run);
        turn.effect(new ReleaseDirectory(state.id(), group.run.sequence));
      }
      end(group.run, status(group));
    }
  }

  /** What the hidden last child of a working directory has kept is what the group hands on. */
  private void adoptOutputs(Group group, TaskRun run) {
    String keeper = group.step.id() + DirectoryStep.OUTPUTS;
    for (TaskRun child : group.children(Section.TASKS)) {
      if (child != null && child.step().id().equals(keeper) && !child.outputs.isEmpty()) {
        turn.emit(new OutputsChanged(run.sequence, child.outputs, turn.now()));
      }
    }
  }

  /** Turns to another section; what follows is up to its steps. */
  void enter(Group group, Section section) {
    Integer sequence = group.run == null ? null : group.run.sequence;
    turn.emit(new SectionEntered(sequence, section, turn.now()));
    add(new Work.Check(group));
  }

  private Optional<Section> afterPause(Group group) {
    boolean paused = group.run != null && group.run.status() == TaskRunStatus.PAUSED;
    if (paused) {
      return Optional.of(Section.ON_PAUSE);
    }
    boolean runsInAnyCase = group.step instanceof PauseStep pause && pause.approval() != null;
    return group.failed && !runsInAnyCase ? afterFailure(group) : Optional.of(Section.TASKS);
  }

  private Optional<Section> afterTasks(Group group) {
    if (isHalted()) {
      return Optional.empty();
    }
    if (group.step instanceof LoopUntilStep loop && !group.failed) {
      if (new LoopUntil(turn, group, loop).goesOn()) {
        return Optional.of(Section.TASKS);
      }
    }
    return group.failed ? afterFailure(group) : last(group);
  }

  private Optional<Section> afterFailure(Group group) {
    return isHalted() || group.step.errors().isEmpty() ? last(group) : Optional.of(Section.ERRORS);
  }

  private Optional<Section> last(Group group) {
    return isHalted() || group.step.finallySteps().isEmpty()
        ? Optional.empty()
        : Optional.of(Section.FINALLY);
  }

  private TaskRunStatus status(Group group) {
    ExecutionStatus verdict = state.header().verdict();
    if (verdict != null && isHalted()) {
      return Verdicts.ofTaskRun(verdict);
    }
    if (isHalted() || group.killed) {
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
    if (group.section == Section.AFTER && !beginning.isListenedTo(step)) {
      group.nextLane = Math.max(group.nextLane, lane + 1);
      goOn(group, lane, place + 1, TaskRunStatus.SKIPPED);
      return;
    }
    int iteration = group.lanes.iteration(lane);
    List<?> items = iteration == TaskRun.NO_ITERATION ? null : group.items;
    turn.emit(
        new TaskRunCreated(
            state.taskRuns().count(),
            step.id(),
            group.run == null ? null : group.run.sequence,
            group.section,
            items == null ? null : iteration,
            items == null ? null : group.label(iteration),
            turn.now()));
    beginning.begin(state.taskRuns().latest());
  }

  /** Goes on with a group that was left: with lanes whose next child was never created, too. */
  void pickUp(Group group) {
    for (TaskRun child : group.children(group.section)) {
      if (child == null || !child.status().isTerminal()) {
        continue;
      }
      int next = group.lanes.placeOf(child) + 1;
      boolean goesOn = child.status() != TaskRunStatus.FAILED;
      if (goesOn && next < group.lanes.length() && !group.hasChildAfter(child)) {
        group.pending++;
        add(new Work.Continue(group, group.lanes.laneOf(child), next));
      }
    }
    add(new Work.Check(group));
  }
}
