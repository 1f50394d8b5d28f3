package dev.legato.model.command;

import dev.legato.model.execution.AttemptResult;
import dev.legato.model.execution.ExecutionId;
import dev.legato.model.execution.ExecutionOrigin;
import dev.legato.model.execution.Timer;
import dev.legato.model.flow.FlowId;
import dev.legato.model.flow.Label;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Something that an execution is asked to do. The engine answers with a decision. */
public sealed interface Command {
  ExecutionId execution();

  /**
   * Begin a new execution.
   *
   * @param inputs checked values, defaults filled in
   * @param labels of the execution, those of the flow included
   * @param scheduleDate not to be started before then
   */
  record CreateExecution(
      ExecutionId execution,
      FlowId flow,
      int revision,
      Map<String, @Nullable Object> inputs,
      List<Label> labels,
      @Nullable ExecutionOrigin origin,
      @Nullable Instant scheduleDate)
      implements Command {}

  /** Take in what a worker reports. */
  record CompleteAttempt(ExecutionId execution, int taskRun, int attempt, AttemptResult result)
      implements Command {}

  /** Stop everything and end as KILLED. */
  record KillExecution(ExecutionId execution) implements Command {}

  /** A time has come that the execution waited for. */
  record FireTimer(ExecutionId execution, Timer.Kind kind, @Nullable Integer taskRun)
      implements Command {}

  /** Create the next children of groups whose fan-out was cut into portions. */
  record ContinueExecution(ExecutionId execution) implements Command {}

  /**
   * Go on after the process that ran the execution died: attempts that were running are lost and
   * are run again under a new number.
   *
   * @param stillRunning task runs whose attempt is not lost: it still runs and will report
   * @param loss how the other running attempts were lost
   */
  record RecoverExecution(ExecutionId execution, Set<Integer> stillRunning, Loss loss)
      implements Command {}

  /** How attempts are lost. */
  enum Loss {
    /** The process died; one of its attempts may be the reason. */
    CRASH,
    /** Somebody stopped the server, or the attempt was never handed to a worker. */
    STOP
  }
}
