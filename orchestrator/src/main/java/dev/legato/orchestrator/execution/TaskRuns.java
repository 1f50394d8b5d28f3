package dev.legato.orchestrator.execution;

import dev.legato.model.execution.StoredExecution;
import dev.legato.model.execution.TaskRunRecord;
import dev.legato.orchestrator.execution.ActionOutcome.NoSuchTaskRun;
import java.util.function.Function;

/** Finds task runs by the ids that clients know. */
final class TaskRuns {
  private TaskRuns() {}

  /** What becomes of a task run; {@link NoSuchTaskRun} when the execution does not have it. */
  static ActionOutcome withId(
      StoredExecution found, String taskRunId, Function<TaskRunRecord, ActionOutcome> action) {
    return found.taskRuns().stream()
        .filter(run -> run.id().equals(taskRunId))
        .findFirst()
        .map(action)
        .orElseGet(() -> new NoSuchTaskRun(found.execution().id(), taskRunId));
  }
}
