package dev.legato.engine;

import dev.legato.model.execution.ExecutionRecord;
import dev.legato.model.execution.Ids;
import dev.legato.model.execution.StatusHistory;
import dev.legato.model.execution.TaskRunStatus;
import dev.legato.model.flow.RetryPolicy;
import dev.legato.model.flow.RetryPolicy.Behavior;
import java.time.Instant;
import java.util.Optional;

/** When a task is tried again. It follows from what is stored alone. */
final class Retries {
  private Retries() {}

  /** When the attempt after the latest one is due; empty when there is to be none. */
  static Optional<Instant> next(ExecutionRecord execution, TaskRun run) {
    RetryPolicy policy = run.step().header().retry();
    if (policy == null) {
      return Optional.empty();
    }
    boolean inPlace = policy.limits().behavior() == Behavior.RETRY_FAILED_TASK;
    int failures = run.past().attemptsWith(TaskRunStatus.FAILED);
    int attempts = inPlace ? failures : execution.attemptNumber();
    StatusHistory<TaskRunStatus> first = run.past().attempts().getFirst().history();
    StatusHistory<TaskRunStatus> latest = run.past().attempts().getLast().history();
    Instant start = inPlace ? first.start() : execution.firstCreated();
    double random = Ids.fraction(execution.id(), run.sequence, failures);
    return policy.nextAttempt(attempts, start, latest.last(), random);
  }
}
