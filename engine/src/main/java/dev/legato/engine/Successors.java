package dev.legato.engine;

import dev.legato.model.command.Command.ConfirmNewExecution;
import dev.legato.model.command.Command.CreateExecution;
import dev.legato.model.effect.Effect.CancelTimer;
import dev.legato.model.effect.Effect.SetTimer;
import dev.legato.model.effect.Effect.StartInPlaceOf;
import dev.legato.model.event.Event.LastTasksKillRequested;
import dev.legato.model.event.Event.SuccessorConfirmed;
import dev.legato.model.execution.ExecutionId;
import dev.legato.model.execution.ExecutionRecord;
import dev.legato.model.execution.ExecutionStatus;
import dev.legato.model.execution.Ids;
import dev.legato.model.execution.Lineage;
import dev.legato.model.execution.StatusHistory.Entry;
import dev.legato.model.execution.TaskRunStatus;
import dev.legato.model.execution.Timer;
import dev.legato.model.flow.LogLevel;
import dev.legato.model.flow.RetryPolicy;
import dev.legato.model.flow.RetryPolicy.Behavior;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/** Has executions tried again in new ones. */
final class Successors {
  /** A successor that is to be killed is put off, so that it runs nothing before the kill. */
  private static final Duration NEVER = Duration.ofDays(1);

  private final Turn turn;
  private final ExecutionState state;

  Successors(Turn turn) {
    this.turn = turn;
    this.state = turn.state();
  }

  /** The execution has ended, given up for a new one that comes as soon as its time has come. */
  void await() {
    Instant due = due();
    setTimer(due.isBefore(turn.now()) ? turn.now() : due); // its last tasks may have taken longer
  }

  /** The time has come. Answers with the reason why there is to be no new execution. */
  @Nullable String start() {
    boolean killed = isToBeKilled();
    if (!state.header().awaitsSuccessor() && !killed) {
      return "No new execution is to take the place of this one.";
    }
    turn.effect(new StartInPlaceOf(state.id(), creation(killed), killed));
    return null;
  }

  /** Whether an execution that is over still sees to its successor. */
  boolean isAwaited() {
    return state.header().awaitsSuccessor() || isToBeKilled();
  }

  /** Whether the successor may exist already, or be about to, although nobody has confirmed it. */
  boolean isOnItsWay() {
    return state.header().awaitsSuccessor() && !due().isAfter(turn.now());
  }

  private boolean isToBeKilled() {
    return state.header().verdict() == ExecutionStatus.KILLED
        && state.isOver()
        && givenUp() != null;
  }

  /**
   * Somebody kills an execution that waits for its successor. The successor may be on its way to
   * existence already, so it is made to exist, and killed before it runs.
   */
  void kill(boolean cascade) {
    turn.log(LogLevel.INFO, "Kill requested: the execution that was to try again is killed.");
    stop(cascade);
  }

  private void stop(boolean cascade) {
    turn.emit(new LastTasksKillRequested(cascade, turn.now()));
    setTimer(turn.now()); // a crash must not forget it
    turn.effect(new StartInPlaceOf(state.id(), creation(true), true));
  }

  /** The successor exists. Answers with the reason why that changes nothing. */
  @Nullable String confirm(ConfirmNewExecution confirmation) {
    ExecutionStatus verdict = state.header().verdict();
    if (!state.isOver()
        || verdict == null
        || givenUp() == null
        || !confirmation.successor().equals(successor())) {
      return "Nobody waits for the new execution.";
    }
    if (verdict == ExecutionStatus.KILLED && !confirmation.killed()) {
      return "The new execution is to be killed first.";
    }
    turn.effect(new CancelTimer(new Timer.Key(state.id(), Timer.Kind.NEW_EXECUTION, null)));
    turn.emit(new SuccessorConfirmed(turn.now()));
    return null;
  }

  /**
   * Somebody takes the end for another one, so nothing is to be tried again. A successor that is on
   * its way is killed.
   */
  void withdraw() {
    if (isOnItsWay()) {
      turn.log(
          LogLevel.INFO, "The execution that was to try again is killed: the end was changed.");
      stop(true);
    } else if (state.header().awaitsSuccessor()) {
      turn.effect(new CancelTimer(new Timer.Key(state.id(), Timer.Kind.NEW_EXECUTION, null)));
      turn.emit(new SuccessorConfirmed(turn.now()));
    }
  }

  /** When the new execution is due, by the policy of the task that it was given up for. */
  private Instant due() {
    return state.taskRuns().all().stream()
        .filter(run -> run.status() == TaskRunStatus.RETRIED && beginsAnew(run))
        .flatMap(run -> Retries.next(state.header(), run).stream())
        .min(Comparator.naturalOrder())
        .orElse(Instant.MIN);
  }

  private static boolean beginsAnew(TaskRun run) {
    RetryPolicy policy = run.step().header().retry();
    return policy != null
        && policy.limits().behavior() == Behavior.CREATE_NEW_EXECUTION
        && !run.past().attempts().isEmpty(); // else it is a group round the one that failed
  }

  private void setTimer(Instant due) {
    turn.effect(new SetTimer(new Timer(state.id(), Timer.Kind.NEW_EXECUTION, null, due)));
  }

  private CreateExecution creation(boolean putOff) {
    ExecutionRecord header = state.header();
    return new CreateExecution(
        successor(),
        header.flow(),
        header.revision(),
        header.inputs(),
        header.labels(),
        header.origin(),
        putOff ? turn.now().plus(NEVER) : null,
        header.caller(),
        Lineage.nextAttemptOf(header),
        null,
        header.breakpoints(),
        header.kind());
  }

  /** Its id follows from when this one was given up. */
  private ExecutionId successor() {
    Instant givenUp = givenUp();
    if (givenUp == null) {
      throw new IllegalStateException(
          "Expected execution %s to have been given up, but it is %s"
              .formatted(state.id(), state.status()));
    }
    return Ids.derivedExecution(givenUp, state.id() + " again");
  }

  /** When the execution was given up for a new one; null when it was not. */
  private @Nullable Instant givenUp() {
    Instant givenUp = null;
    for (Entry<ExecutionStatus> entry : state.header().history().entries()) {
      if (entry.status() == ExecutionStatus.RETRIED) {
        givenUp = entry.at();
      } else if (entry.status() == ExecutionStatus.RESTARTED) {
        givenUp = null;
      }
    }
    return givenUp;
  }
}
