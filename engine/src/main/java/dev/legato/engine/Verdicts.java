package dev.legato.engine;

import dev.legato.model.execution.ExecutionStatus;
import dev.legato.model.execution.TaskRunStatus;

/** How ends of executions and ends of task runs correspond. */
final class Verdicts {
  private Verdicts() {}

  static TaskRunStatus ofTaskRun(ExecutionStatus status) {
    return switch (status) {
      case SUCCESS -> TaskRunStatus.SUCCESS;
      case WARNING -> TaskRunStatus.WARNING;
      case FAILED -> TaskRunStatus.FAILED;
      case KILLED -> TaskRunStatus.KILLED;
      case CANCELLED -> TaskRunStatus.CANCELLED;
      case RETRIED -> TaskRunStatus.RETRIED;
      case CREATED, QUEUED, RUNNING, PAUSED, RETRYING, BREAKPOINT, RESTARTED, KILLING ->
          throw new IllegalStateException("Expected a terminal status, but got " + status);
    };
  }

  static ExecutionStatus ofExecution(TaskRunStatus status) {
    return switch (status) {
      case SUCCESS, SKIPPED -> ExecutionStatus.SUCCESS;
      case WARNING -> ExecutionStatus.WARNING;
      case FAILED -> ExecutionStatus.FAILED;
      case KILLED -> ExecutionStatus.KILLED;
      case CANCELLED -> ExecutionStatus.CANCELLED;
      case RETRIED -> ExecutionStatus.RETRIED;
      case CREATED, RUNNING, PAUSED, RETRYING, RESTARTED, KILLING, RESUBMITTED ->
          throw new IllegalStateException(
              "Expected a terminal status at the end of an execution, but got " + status);
    };
  }
}
