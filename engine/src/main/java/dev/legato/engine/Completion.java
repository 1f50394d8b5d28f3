package dev.legato.engine;

import dev.legato.model.event.Event.ExecutionEnded;
import dev.legato.model.execution.ExecutionStatus;
import dev.legato.model.execution.TaskRunStatus;
import dev.legato.model.flow.LogLevel;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The last thing that happens in an execution. */
final class Completion {
  private final Turn turn;

  Completion(Turn turn) {
    this.turn = turn;
  }

  /** Renders the flow's outputs and ends the execution. */
  void endExecution(TaskRunStatus reached) {
    ExecutionState state = turn.state();
    ExecutionStatus status = toExecutionStatus(reached);
    Map<String, @Nullable Object> outputs = Map.of();
    if (!state.plan().outputs().isEmpty() && status != ExecutionStatus.KILLED) {
      try {
        outputs = turn.evaluator().outputs(state.plan().outputs(), Scope.ofFlow(state));
      } catch (EvaluationFailure failure) {
        turn.log(LogLevel.ERROR, "The outputs of the flow: " + failure.reason());
        status = ExecutionStatus.FAILED;
      }
    }
    turn.emit(new ExecutionEnded(status, outputs, turn.now()));
    Duration took = state.header().history().span();
    turn.log(LogLevel.INFO, "Execution completed with state %s in %s.".formatted(status, took));
  }

  private static ExecutionStatus toExecutionStatus(TaskRunStatus status) {
    return switch (status) {
      case SUCCESS, SKIPPED -> ExecutionStatus.SUCCESS;
      case WARNING -> ExecutionStatus.WARNING;
      case FAILED -> ExecutionStatus.FAILED;
      case KILLED -> ExecutionStatus.KILLED;
      case CANCELLED -> ExecutionStatus.CANCELLED;
      case RETRIED -> ExecutionStatus.RETRIED;
      case CREATED, RUNNING, PAUSED, RESTARTED, RETRYING, KILLING, RESUBMITTED ->
          throw new IllegalStateException(
              "Expected a terminal status at the end of an execution, but got " + status);
    };
  }
}
