package dev.legato.engine;

import dev.legato.model.command.Command;
import dev.legato.model.command.Command.*;
import dev.legato.model.command.Command.ContinueExecution;
import dev.legato.model.command.Command.CreateExecution;
import dev.legato.model.command.Command.FireTimer;
import dev.legato.model.command.Command.KillExecution;
import dev.legato.model.command.Command.RecoverExecution;
import dev.legato.model.effect.Effect.CancelTimer;
import dev.legato.model.effect.Effect.SetTimer;
import dev.legato.model.event.Event.AttemptEnded;
import dev.legato.model.event.Event.ExecutionCreated;
import dev.legato.model.event.Event.ExecutionKillRequested;
import dev.legato.model.event.Event.ExecutionStarted;
import dev.legato.model.event.Event.RetryStarted;
import dev.legato.model.execution.ExecutionId;
import dev.legato.model.execution.ExecutionStatus;
import dev.legato.model.execution.TaskRunStatus;
import dev.legato.model.execution.Timer;
import dev.legato.model.flow.LogLevel;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Answers commands. Same state, same command, same instant: same decision, today and after a crash.
 *
 * <p>A decision advances the state as it is made: each event is applied at once, so that one
 * command can resolve a whole tree of groups down to the next tasks. Who cannot make the decision
 * durable must drop the state and restore it from the store.
 */
public final class Engine {
  /** How many task runs one decision creates at most; the rest follows in the next turn. */
  static final int PORTION = 500;

  private final Evaluator evaluator;

  public Engine(Evaluator evaluator) {
    this.evaluator = evaluator;
  }

  /**
   * Decides, and applies the decision to the state.
   *
   * @param now never earlier than at the decisions before
   */
  public Decision decide(ExecutionState state, Command command, Instant now) {
    if (state.isNew() != (command instanceof CreateExecution)) {
      return Decision.refused(
          state.isNew() ? "There is no such execution." : "The execution exists already.");
    }
    var turn = new Turn(state, evaluator, now);
    String refusal =
        switch (command) {
          case CreateExecution create -> create(turn, create);
          case CompleteAttempt completion -> complete(turn, completion);
          case KillExecution _ -> kill(turn);
          case FireTimer timer -> fire(turn, timer);
          case ContinueExecution _ -> {
            state.continuationScheduled(false);
            yield null;
          }
          case RecoverExecution recovery -> recover(turn, recovery);
          case CopyExecution _,
              PauseExecution _,
              ResumeExecution _,
              RestartExecution _,
              ChangeExecutionStatus _,
              SetLabels _,
              ForceRunExecution _,
              UnqueueExecution _,
              AdmitExecution _,
              ProvideAnswer _,
              ConfirmNewExecution _ ->
              "This version does not do that yet.";
        };
    if (refusal != null) {
      return Decision.refused(refusal);
    }
    if (!state.continuationScheduled()) { // else it is the continuation that goes on
      turn.frontier().advance();
    }
    turn.settle();
    return turn.decision();
  }

  private static @Nullable String create(Turn turn, CreateExecution create) {
    turn.emit(new ExecutionCreated(create, turn.now()));
    Instant start = create.scheduleDate();
    if (start != null && start.isAfter(turn.now())) {
      turn.effect(new SetTimer(new Timer(create.execution(), Timer.Kind.START, null, start)));
    } else {
      start(turn);
    }
    return null;
  }

  private static void start(Turn turn) {
    turn.emit(new ExecutionStarted(turn.now()));
    turn.log(LogLevel.INFO, "Execution started.");
    turn.frontier().add(Work.check(turn.state().root()));
  }

  private static @Nullable String complete(Turn turn, CompleteAttempt completion) {
    TaskRun run = turn.state().find(completion.taskRun());
    if (run == null || !isLatest(run, completion.attempt())) {
      return "Attempt %d of task run %d is not the latest."
          .formatted(completion.attempt(), completion.taskRun());
    }
    if (!run.hasRunningAttempt()) {
      return "Attempt %d of '%s' already ended.".formatted(completion.attempt(), run.step().id());
    }
    turn.emit(
        new AttemptEnded(run.sequence, completion.attempt(), completion.result(), turn.now()));
    turn.frontier().attemptEnded(run, completion.result());
    return null;
  }

  private static @Nullable String kill(Turn turn) {
    ExecutionState state = turn.state();
    ExecutionStatus before = state.status();
    if (before.isTerminal()) {
      return "The execution already ended as %s.".formatted(before);
    }
    if (before == ExecutionStatus.KILLING) {
      return null;
    }
    turn.emit(new ExecutionKillRequested(turn.now()));
    turn.log(LogLevel.INFO, "Kill requested.");
    if (before == ExecutionStatus.CREATED) {
      turn.effect(new CancelTimer(new Timer.Key(state.id(), Timer.Kind.START, null)));
    }
    turn.frontier().killAll();
    return null;
  }

  private static boolean isLatest(TaskRun run, int attempt) {
    return run.status().isTerminal() || attempt == run.past().attempts().size() - 1;
  }

  private static @Nullable String fire(Turn turn, FireTimer timer) {
    return switch (timer.kind()) {
      case START -> fireStart(turn);
      case RETRY -> fireRetry(turn, turn.state().find(timer.taskRun()));
      case PAUSE, ROUND, SLA, NEW_EXECUTION -> "There is no such timer.";
    };
  }

  private static @Nullable String fireStart(Turn turn) {
    if (turn.state().status() != ExecutionStatus.CREATED) {
      return "The execution has started already.";
    }
    if (isDue(turn, Timer.Kind.START, null, turn.state().header().scheduleDate())) {
      start(turn);
    }
    return null;
  }

  private static @Nullable String fireRetry(Turn turn, @Nullable TaskRun run) {
    if (run == null || run.status() != TaskRunStatus.RETRYING) {
      return "The task run does not wait for a retry.";
    }
    Instant due = Retries.next(turn.state().id(), run).orElse(null);
    if (isDue(turn, Timer.Kind.RETRY, run.sequence, due)) {
      turn.emit(new RetryStarted(run.sequence, turn.now()));
      turn.frontier().startAttempt(run);
    }
    return null;
  }

  /** Whether it is time; if not, an earlier timer came twice, and the right one is kept. */
  private static boolean isDue(
      Turn turn, Timer.Kind kind, @Nullable Integer taskRun, @Nullable Instant due) {
    ExecutionId execution = turn.state().id();
    if (due != null && due.isAfter(turn.now())) {
      turn.effect(new SetTimer(new Timer(execution, kind, taskRun, due)));
      return false;
    }
    turn.effect(new CancelTimer(new Timer.Key(execution, kind, taskRun)));
    return true;
  }

  private static @Nullable String recover(Turn turn, RecoverExecution recovery) {
    if (turn.state().status().isTerminal()) {
      return "The execution has ended.";
    }
    new Recovery(turn, recovery).run();
    return null;
  }
}
