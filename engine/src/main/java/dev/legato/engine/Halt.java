package dev.legato.engine;

import dev.legato.model.effect.Effect.CancelTimer;
import dev.legato.model.effect.Effect.KillCall;
import dev.legato.model.effect.Effect.KillTask;
import dev.legato.model.event.Event.ExecutionCondemned;
import dev.legato.model.event.Event.ExecutionKillRequested;
import dev.legato.model.event.Event.ExecutionStarted;
import dev.legato.model.event.Event.LastTasksKillRequested;
import dev.legato.model.event.Event.TaskRunKillRequested;
import dev.legato.model.event.Event.TaskRunResumed;
import dev.legato.model.execution.ExecutionStatus;
import dev.legato.model.execution.Job;
import dev.legato.model.execution.TaskRunStatus;
import dev.legato.model.execution.Timer;
import dev.legato.model.flow.LogLevel;
import dev.legato.model.plan.Step.CallStep;
import java.util.List;

/** Brings executions to an end before their tasks are done. */
final class Halt {
  private final Turn turn;
  private final ExecutionState state;

  Halt(Turn turn) {
    this.turn = turn;
    this.state = turn.state();
  }

  /**
   * Asks everything that runs to stop and ends everything that waits, children first.
   *
   * @param cascade whether executions that it started are to be stopped, too
   */
  void kill(boolean cascade) {
    ExecutionStatus before = state.status();
    if (before == ExecutionStatus.KILLING) {
      return;
    }
    turn.emit(new ExecutionKillRequested(cascade, turn.now()));
    turn.log(LogLevel.INFO, "Kill requested.");
    if (before == ExecutionStatus.CREATED) {
      turn.effect(new CancelTimer(new Timer.Key(state.id(), Timer.Kind.START, null)));
    }
    killTaskRuns();
  }

  /** Stops what runs after the end of the execution, which has ended as before. */
  void killLastTasks(boolean cascade) {
    if (turn.frontier().isHalted()) {
      return;
    }
    turn.emit(new LastTasksKillRequested(cascade, turn.now()));
    turn.log(LogLevel.INFO, "Kill of the tasks that follow the end requested.");
    killTaskRuns();
  }

  private void killTaskRuns() {
    List<TaskRun> runs = state.taskRuns().all();
    for (TaskRun run : runs.reversed()) {
      if (!run.status().isTerminal()) {
        kill(run);
      }
    }
    turn.frontier().add(new Work.Check(state.root()));
  }

  /** Settles how the execution ends: what runs may run on, what waits ends, nothing starts. */
  void condemn(ExecutionStatus verdict) {
    if (turn.frontier().isHalted()) {
      return;
    }
    turn.emit(new ExecutionCondemned(verdict, turn.now()));
    List<TaskRun> runs = state.taskRuns().all();
    for (TaskRun run : runs.reversed()) {
      if (!run.status().isTerminal()) {
        release(run);
      }
    }
    new Pausing(turn).goOnUnlessPaused();
    boolean waits = state.isHeld() || state.status() == ExecutionStatus.RETRYING;
    if (waits) { // nobody has to resume what only ends
      turn.emit(new ExecutionStarted(turn.now()));
    }
    turn.frontier().add(new Work.Check(state.root()));
  }

  /**
   * Settles how the execution ends, whatever was settled before, and asks everything that runs to
   * stop.
   */
  void condemnAndKill(ExecutionStatus verdict, boolean cascade) {
    turn.emit(new ExecutionCondemned(verdict, turn.now()));
    kill(cascade);
  }

  private void kill(TaskRun run) {
    cancelTimers(run);
    if (isWaiting(run)) {
      turn.frontier().end(run, TaskRunStatus.KILLED);
      return;
    }
    turn.emit(new TaskRunKillRequested(run.sequence, turn.now()));
    if (run.hasRunningAttempt()) {
      passOn(run);
    }
    if (run.group() != null) {
      turn.frontier().add(new Work.Check(run.group()));
    }
  }

  /** Tells whoever carries out the running attempt to give it up. */
  void passOn(TaskRun run) {
    var key = new Job.Key(state.id(), run.sequence, run.past().attempts().size() - 1);
    turn.effect(
        run.step() instanceof CallStep
            ? new KillCall(key, !state.header().sparesChildren())
            : new KillTask(key.execution(), key.taskRun(), key.attempt()));
  }

  /** Leaves a task run to itself that is about to be run anew, or that is no longer wanted. */
  void abandon(TaskRun run) {
    cancelTimers(run);
    if (run.hasRunningAttempt()) {
      passOn(run);
    }
  }

  private void release(TaskRun run) {
    cancelTimers(run);
    if (isWaiting(run)) {
      turn.frontier().end(run, TaskRunStatus.CANCELLED);
      return;
    }
    if (run.status() == TaskRunStatus.PAUSED) {
      turn.emit(new TaskRunResumed(run.sequence, run.outputs, turn.now()));
    }
    if (run.group() != null) {
      turn.frontier().add(new Work.Check(run.group()));
    }
  }

  /** Whether nobody would ever report: it waits for its time, for an answer, or for its turn. */
  private static boolean isWaiting(TaskRun run) {
    return !run.hasRunningAttempt() && run.group() == null;
  }

  private void cancelTimers(TaskRun run) {
    Group group = run.group();
    Timer.Kind kind = null;
    if (run.status() == TaskRunStatus.RETRYING) {
      kind = Timer.Kind.RETRY;
    } else if (run.status() == TaskRunStatus.PAUSED) {
      kind = Timer.Kind.PAUSE;
    } else if (group != null && group.waitsForRound) {
      kind = Timer.Kind.ROUND;
    }
    if (kind != null) {
      turn.effect(new CancelTimer(new Timer.Key(state.id(), kind, run.sequence)));
    }
  }
}
