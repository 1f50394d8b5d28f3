package dev.legato.rest.execution;

import dev.legato.model.execution.TaskRunRecord;
import org.jspecify.annotations.Nullable;

/**
 * A task run that has outputs.
 *
 * @param value of the loop that holds it
 * @param inline whether the outputs are small enough to be shown at once; always so
 */
public record OutputView(
    String taskId,
    String taskRunId,
    @Nullable String value,
    @Nullable Integer iteration,
    boolean inline) {
  static OutputView of(TaskRunRecord run) {
    return new OutputView(run.taskId(), run.id(), run.value(), run.iteration(), true);
  }
}
