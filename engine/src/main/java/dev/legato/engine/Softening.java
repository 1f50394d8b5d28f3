package dev.legato.engine;

import dev.legato.model.execution.TaskRunStatus;
import dev.legato.model.flow.RetryPolicy;
import dev.legato.model.plan.StepHeader;

/** What the author of a task makes of how it ended. */
final class Softening {
  private Softening() {}

  static TaskRunStatus of(TaskRun run, TaskRunStatus reached) {
    StepHeader header = run.step().header();
    RetryPolicy retry = header.retry();
    TaskRunStatus status = reached;
    if (status == TaskRunStatus.SUCCESS
        && retry != null
        && retry.limits().warningOnRetry()
        && run.past().attemptsWith(TaskRunStatus.FAILED) > 0) {
      status = TaskRunStatus.WARNING;
    }
    if (status == TaskRunStatus.FAILED && header.allowFailure()) {
      status = TaskRunStatus.WARNING;
    }
    return status == TaskRunStatus.WARNING && header.allowWarning()
        ? TaskRunStatus.SUCCESS
        : status;
  }
}
