package dev.legato.engine;

import dev.legato.model.command.Command.Loss;
import dev.legato.model.event.Event.AttemptEnded;
import dev.legato.model.execution.AttemptResult;
import dev.legato.model.execution.TaskRunStatus;
import dev.legato.model.flow.LogLevel;
import dev.legato.model.plan.Step.CallStep;
import java.util.BitSet;
import java.util.Set;

/**
 * Picks an execution up where its rows say that it stands: after the process that ran it died, and
 * after somebody has rewound it.
 */
final class Recovery {
  /** A task that took this many processes down with it is not run again. */
  private static final int MAX_LOST_ATTEMPTS = 3;

  private final Turn turn;
  private final Set<Integer> stillRunning;
  private final Loss loss;

  /**
   * @param stillRunning task runs whose attempt is not lost
   * @param loss how the other running attempts were lost
   */
  Recovery(Turn turn, Set<Integer> stillRunning, Loss loss) {
    this.turn = turn;
    this.stillRunning = stillRunning;
    this.loss = loss;
  }

  void run() {
    ExecutionState state = turn.state();
    state.agenda().clear();
    BitSet busy = busyGroups();
    reset(state.root());
    turn.frontier().pickUp(state.root());
    for (TaskRun run : state.taskRuns().all()) { // groups before their children
      if (!run.status().isTerminal()) {
        recover(run, busy);
      }
    }
  }

  /**
   * The groups in which something runs or waits for a time. The others were taken back together,
   * maybe more of them than may be open at once: they go on when there is room.
   */
  private BitSet busyGroups() {
    var busy = new BitSet();
    for (TaskRun run : turn.state().taskRuns().all().reversed()) {
      boolean waitsForRoom =
          run.group() == null
              ? run.status() == TaskRunStatus.RESTARTED
              : run.status() == TaskRunStatus.RUNNING && !busy.get(run.sequence);
      if (!run.status().isTerminal() && !waitsForRoom) {
        busy.set(run.sequence);
        if (run.parent.run != null) {
          busy.set(run.parent.run.sequence);
        }
      }
    }
    return busy;
  }

  private void recover(TaskRun run, BitSet busy) {
    Group group = run.group();
    if (group != null) {
      reset(group);
      if (busy.get(run.sequence) || turn.frontier().isHalted()) {
        turn.frontier().pickUp(group);
      } else {
        run.parent.putOff(run);
      }
    } else if (run.hasRunningAttempt()) {
      recoverAttempt(run);
    } else if (run.status() == TaskRunStatus.RUNNING) {
      turn.frontier().add(new Work.Retry(run));
    } else if (run.status() == TaskRunStatus.RESTARTED) {
      run.parent.putOff(run);
    } else if (run.status() != TaskRunStatus.RETRYING) {
      boolean isNew = run.past().attempts().isEmpty();
      turn.frontier().add(isNew ? new Work.Begin(run) : new Work.Retry(run));
    }
  }

  private static void reset(Group group) {
    group.pending = 0;
    group.forgetWaiting();
  }

  private void recoverAttempt(TaskRun run) {
    boolean killing = run.status() == TaskRunStatus.KILLING;
    if (stillRunning.contains(run.sequence)) {
      if (killing) { // whoever was to pass the kill on may be the one who died
        turn.halt().passOn(run);
      }
      return;
    }
    if (run.step() instanceof CallStep) {
      turn.attempts().dispatch(run); // carrying it out twice starts nothing twice
      if (killing) {
        turn.halt().passOn(run);
      }
      return;
    }
    giveUpAttempt(run, killing);
  }

  private void giveUpAttempt(TaskRun run, boolean killing) {
    int lost = run.past().attempts().size() - 1;
    AttemptResult result =
        killing || loss == Loss.CRASH ? AttemptResult.killed() : AttemptResult.resubmitted();
    turn.emit(new AttemptEnded(run.sequence, lost, result, turn.now()));
    if (killing || turn.frontier().isHalted()) {
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
      turn.frontier().add(new Work.Retry(run));
    }
  }
}
