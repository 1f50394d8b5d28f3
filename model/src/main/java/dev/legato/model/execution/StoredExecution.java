package dev.legato.model.execution;

import java.util.List;
import java.util.Optional;

/**
 * An execution with its task runs.
 *
 * @param taskRuns in the order of their creation; sequences may be missing, for task runs that were
 *     removed
 */
public record StoredExecution(ExecutionRecord execution, List<TaskRunRecord> taskRuns) {
  /** The task run with a sequence; found without looking at all of them. */
  public Optional<TaskRunRecord> taskRun(int sequence) {
    int low = 0;
    int high = Math.min(sequence, taskRuns.size() - 1); // each stands at its sequence or before
    while (low <= high) {
      int middle = (low + high) >>> 1;
      TaskRunRecord found = taskRuns.get(middle);
      if (found.sequence() == sequence) {
        return Optional.of(found);
      }
      if (found.sequence() < sequence) {
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return Optional.empty();
  }
}
