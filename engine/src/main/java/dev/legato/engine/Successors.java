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
import dev.legato.model.execution.Timer;
import dev.legato.model.flow.LogLevel;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Has executions tried again in new ones. */
final class Successors {
  private static final Duration A_MOMENT = Duration.ofSeconds(1);

  /** A successor that is to be killed is put off, so that it runs nothing before the kill. */
  private static final Duration NEVER = Duration.ofDays(1);

  private final Turn turn;
  private final ExecutionState state;

  Successors(Turn turn) {
    this.turn = turn;
    this.state = turn.state();
  }

  /** The time has come. Answers with the reason why there is to be no new execution. */
  @Nullable String start() {
    boolean killed = isToBeKilled();
    if (state.header().verdict() != ExecutionStatus.RETRIED && !killed) {
      return "No new execution is to take the place of this one.";
    }
    if (state.isOver()) {
      turn.effect(new StartInPlaceOf(state.id(), creation(killed), killed));
    } else { // some of its tasks still run
      setTimer(turn.now().plus(A_MOMENT));
    }
    return null;
  }

  /** Whether an execution that is over still sees to its successor. */
  boolean isAwaited() {
    return state.header().awaitsSuccessor() || isToBeKilled();
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
    turn.emit(new LastTasksKillRequested(cascade, turn.now()));
    turn.log(LogLevel.INFO, "Kill requested: the execution that was to try again is killed.");
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

  /** Somebody takes the end for another one, so nothing is to be tried again. */
  void withdraw() {
    if (state.header().verdict() == ExecutionStatus.RETRIED) {
      turn.effect(new CancelTimer(new Timer.Key(state.id(), Timer.Kind.NEW_EXECUTION, null)));
      turn.emit(new SuccessorConfirmed(turn.now()));
    }
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
