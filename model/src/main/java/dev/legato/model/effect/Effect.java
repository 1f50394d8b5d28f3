package dev.legato.model.effect;

import dev.legato.model.execution.ExecutionId;
import dev.legato.model.execution.Job;
import dev.legato.model.execution.Timer;
import dev.legato.model.log.LogEntry;

/** What the outside world must do. Nothing is carried out before the decision is durable. */
public sealed interface Effect {
  /** Hand an attempt to a worker. */
  record RunTask(Job job) implements Effect {}

  /** Stop an attempt that a worker runs; its report still comes. */
  record KillTask(ExecutionId execution, int taskRun, int attempt) implements Effect {}

  /** Remember to send {@code FireTimer} when the time has come; stored with the decision. */
  record SetTimer(Timer timer) implements Effect {}

  /** Forget a timer; stored with the decision. */
  record CancelTimer(Timer.Key timer) implements Effect {}

  /** Add a line to the log; stored with the decision. */
  record WriteLog(LogEntry entry) implements Effect {}

  /** Send {@code ContinueExecution} after the others had their turn. */
  record ScheduleContinuation(ExecutionId execution) implements Effect {}
}
