package dev.legato.engine;

import dev.legato.model.execution.ExecutionId;
import dev.legato.model.execution.Ids;
import dev.legato.model.execution.StatusHistory;
import dev.legato.model.execution.TaskRunStatus;
import dev.legato.model.flow.RetryPolicy;
import java.time.Instant;
import java.util.Optional;

/** When a task is tried again. It follows from the stored attempts alone. */
final class Retries {
  private Retries() {}

  /** When the attempt after the latest one is due; empty when there is to be none. */
  static Optional<Instant> next(ExecutionId execution, TaskRun run) {
    RetryPolicy policy = run.step().header().retry();
    if (policy == null) {
      return Optional.empty();
    }
    int failures = run.past().attemptsWith(TaskRunStatus.FAILED);
    StatusHistory<TaskRunStatus> first = run.past().attempts().getFirst().history();
    StatusHistory<TaskRunStatus> latest = run.past().attempts().getLast().history();
    double random = Ids.fraction(execution, run.sequence, failures);
    return policy.nextAttempt(failures, first.start(), latest.last(), random);
  }
}
