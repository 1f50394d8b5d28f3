package dev.legato.engine;

import dev.legato.model.command.Command;
import dev.legato.model.command.Command.AdmitExecution;
import dev.legato.model.command.Command.ChangeExecutionStatus;
import dev.legato.model.command.Command.CompleteAttempt;
import dev.legato.model.command.Command.ConfirmNewExecution;
import dev.legato.model.command.Command.ContinueExecution;
import dev.legato.model.command.Command.CopyExecution;
import dev.legato.model.command.Command.CreateExecution;
import dev.legato.model.command.Command.FireTimer;
import dev.legato.model.command.Command.ForceRunExecution;
import dev.legato.model.command.Command.KillExecution;
import dev.legato.model.command.Command.PauseExecution;
import dev.legato.model.command.Command.ProvideAnswer;
import dev.legato.model.command.Command.RecoverExecution;
import dev.legato.model.command.Command.RemoveExecution;
import dev.legato.model.command.Command.ReportProgress;
import dev.legato.model.command.Command.RestartExecution;
import dev.legato.model.command.Command.ResumeExecution;
import dev.legato.model.command.Command.ResumeFromBreakpoint;
import dev.legato.model.command.Command.SetLabels;
import dev.legato.model.command.Command.UnqueueExecution;
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
   * @param admission says whether an execution that starts finds a place
   * @param now never earlier than at the decisions before
   */
  public Decision decide(ExecutionState state, Command command, Admission admission, Instant now) {
    boolean creates = command instanceof CreateExecution || command instanceof CopyExecution;
    if (state.isNew() != creates) {
      return Decision.refused(
          state.isNew() ? "There is no such execution." : "The execution exists already.");
    }
    var turn = new Turn(state, evaluator, now);
    String refusal = carryOut(command, turn, new Lifecycle(turn, admission));
    if (refusal != null) {
      return Decision.refused(refusal);
    }
    turn.settle();
    return turn.decision();
  }

  private static @Nullable String carryOut(Command command, Turn turn, Lifecycle lifecycle) {
    return switch (command) {
      case CreateExecution it -> lifecycle.create(it);
      case CopyExecution it -> lifecycle.copy(it);
      case CompleteAttempt it -> new Reports(turn, lifecycle).complete(it);
      case ReportProgress it -> new Reports(turn, lifecycle).progress(it);
      case ProvideAnswer it -> new Reports(turn, lifecycle).answer(it);
      case FireTimer it -> new Reports(turn, lifecycle).fire(it);
      case ConfirmNewExecution it -> new Successors(turn).confirm(it);
      case KillExecution it -> lifecycle.kill(it.cascade());
      case PauseExecution _ -> lifecycle.pause();
      case ResumeExecution it -> lifecycle.resume(it);
      case ResumeFromBreakpoint it -> lifecycle.resumeFromBreakpoint(it);
      case RestartExecution it -> lifecycle.restart(it.from());
      case ChangeExecutionStatus it -> lifecycle.changeStatus(it.status());
      case SetLabels it -> lifecycle.setLabels(it.labels());
      case ForceRunExecution _ -> lifecycle.forceRun();
      case UnqueueExecution it -> lifecycle.unqueue(it.status());
      case AdmitExecution _ -> lifecycle.admit();
      case ContinueExecution _ -> {
        turn.state().agenda().continuationScheduled = false;
        yield null;
      }
      case RecoverExecution it -> lifecycle.recover(it);
      case RemoveExecution _ -> "A shard removes executions, not the engine.";
    };
  }
}
