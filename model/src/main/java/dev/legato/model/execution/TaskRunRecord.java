package dev.legato.model.execution;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A task run as it is stored. Execution and {@code sequence} are its key.
 *
 * @param sequence counts the task runs of the execution in the order of creation, from 0
 * @param id what clients see, see {@link Ids#taskRun}
 * @param parent sequence of the group that holds it; absent at the top
 * @param value the loop value, for direct children of a loop
 * @param iteration place of the value in the loop, from 0
 * @param items the values of a loop as JSON values, on the loop's own task run; they stay the same
 *     until the task run is RESTARTED, which has none
 */
public record TaskRunRecord(
    ExecutionId execution,
    int sequence,
    String id,
    String taskId,
    @Nullable Integer parent,
    @Nullable String value,
    @Nullable Integer iteration,
    StatusHistory<TaskRunStatus> history,
    List<Attempt> attempts,
    Map<String, @Nullable Object> outputs,
    @Nullable List<?> items) {
  public TaskRunStatus status() {
    return history.current();
  }
}
