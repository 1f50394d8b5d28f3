package dev.legato.model.effect;

import dev.legato.model.command.Command.CreateExecution;
import dev.legato.model.command.Inquiry;
import dev.legato.model.execution.Call;
import dev.legato.model.execution.ExecutionId;
import dev.legato.model.execution.Job;
import dev.legato.model.execution.Timer;
import dev.legato.model.log.LogEntry;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the outside world must do. Nothing is carried out before the decision is durable. */
public sealed interface Effect {
  /** Hand an attempt to a worker. */
  record RunTask(Job job) implements Effect {}

  /** Stop an attempt that a worker runs; its report still comes. */
  record KillTask(ExecutionId execution, int taskRun, int attempt) implements Effect {}

  /** The tasks that shared a working directory have ended; it is not needed any more. */
  record ReleaseDirectory(ExecutionId execution, int taskRun) implements Effect {}

  /** Start other executions and report how they end. */
  record RunCall(Call call) implements Effect {}

  /**
   * Give up an attempt to start other executions; its report still comes.
   *
   * @param cascade whether the executions it started are stopped, too
   */
  record KillCall(Job.Key call, boolean cascade) implements Effect {}

  /**
   * Find something out that may take a while, and send {@code ProvideAnswer}.
   *
   * @param variables what expressions see; see {@link Job}
   */
  record Ask(ExecutionId execution, Inquiry inquiry, Map<String, @Nullable Object> variables)
      implements Effect {}

  /**
   * Create an execution that tries again in place of an ended one; once it exists, send {@code
   * ConfirmNewExecution}.
   *
   * @param kill whether it is to be killed as soon as it exists
   */
  record StartInPlaceOf(ExecutionId ended, CreateExecution command, boolean kill)
      implements Effect {}

  /** Remember to send {@code FireTimer} when the time has come; stored with the decision. */
  record SetTimer(Timer timer) implements Effect {}

  /** Forget a timer; stored with the decision. */
  record CancelTimer(Timer.Key timer) implements Effect {}

  /** Add a line to the log; stored with the decision. */
  record WriteLog(LogEntry entry) implements Effect {}

  /** Send {@code ContinueExecution} after the others had their turn. */
  record ScheduleContinuation(ExecutionId execution) implements Effect {}
}
