package dev.legato.engine;

import dev.legato.model.command.Command.Loss;
import dev.legato.model.command.Command.RecoverExecution;
import dev.legato.model.effect.Effect.KillTask;
import dev.legato.model.event.Event.AttemptEnded;
import dev.legato.model.execution.AttemptResult;
import dev.legato.model.execution.ExecutionStatus;
import dev.legato.model.execution.TaskRunStatus;
import dev.legato.model.flow.LogLevel;
import dev.legato.model.plan.Step.TaskStep;
import java.util.List;
import java.util.Set;

/**
 * Picks an execution up after the process that ran it died. Everything that it needs follows from
 * the stored task runs.
 */
final class Recovery {
  /** A task that took this many processes down with it is not run again. */
  private static final int MAX_LOST_ATTEMPTS = 3;

  private final Turn turn;
  private final Set<Integer> stillRunning;
  private final Loss loss;

  Recovery(Turn turn, RecoverExecution command) {
    this.turn = turn;
    this.stillRunning = command.stillRunning();
    this.loss = command.loss();
  }

  void run() {
    ExecutionState state = turn.state();
    if (state.status() == ExecutionStatus.CREATED) {
      return;
    }
    state.backlog().clear();
    state.continuationScheduled(false);
    recover(state.root()); // groups before their children, which add the work that follows them
    for (TaskRun run : List.copyOf(state.taskRuns())) {
      if (!run.status().isTerminal()) {
        recover(run);
      }
    }
  }

  private void recover(TaskRun run) {
    Group group = run.group();
    if (group != null) {
      recover(group);
    } else if (run.hasRunningAttempt()) {
      recoverAttempt(run);
    } else if (run.step() instanceof TaskStep && run.status() == TaskRunStatus.CREATED) {
      turn.frontier().startAttempt(run);
    }
  }

  private void recover(Group group) {
    group.pending = 0;
    for (Work lane : turn.frontier().unfinishedLanes(group)) {
      group.pending++;
      turn.frontier().add(lane);
    }
    turn.frontier().add(Work.check(group));
  }

  private void recoverAttempt(TaskRun run) {
    int lost = run.past().attempts().size() - 1;
    boolean killing = run.status() == TaskRunStatus.KILLING;
    if (stillRunning.contains(run.sequence)) {
      if (killing) { // whoever was to pass the kill on may be the one who died
        turn.effect(new KillTask(turn.state().id(), run.sequence, lost));
      }
      return;
    }
    AttemptResult result =
        killing || loss == Loss.CRASH ? AttemptResult.killed() : AttemptResult.resubmitted();
    turn.emit(new AttemptEnded(run.sequence, lost, result, turn.now()));
    if (killing) {
      turn.frontier().end(run, TaskRunStatus.KILLED);
    } else if (run.past().attemptsWith(TaskRunStatus.KILLED) >= MAX_LOST_ATTEMPTS) {
      turn.log(
          run,
          LogLevel.ERROR,
          "The server died %d times while this task ran; it is not run again."
              .formatted(MAX_LOST_ATTEMPTS));
      turn.frontier().end(run, TaskRunStatus.FAILED);
    } else {
      turn.log(
          run,
          LogLevel.WARN,
          "The server %s while attempt %d ran; the task is run again as attempt %d."
              .formatted(loss == Loss.CRASH ? "died" : "was stopped", lost, lost + 1));
      turn.frontier().startAttempt(run);
    }
  }
}
