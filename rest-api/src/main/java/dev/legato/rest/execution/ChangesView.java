package dev.legato.rest.execution;

import dev.legato.model.execution.ExecutionId;
import dev.legato.model.execution.Ids;
import dev.legato.model.execution.TaskRunRecord;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is new in an execution.
 *
 * @param execution without its task runs; absent when it is the same as before
 * @param total how many task runs there are at first
 * @param runs new and changed task runs; absent when there are none
 * @param removed ids of task runs that are gone; absent when there are none
 */
public record ChangesView(
    @Nullable ExecutionView execution,
    @Nullable Integer total,
    @Nullable List<Run> runs,
    @Nullable List<String> removed) {
  /**
   * A task run in few words.
   *
   * @param parentId the task run of the group that holds it
   * @param start in milliseconds since 1970
   * @param end in milliseconds since 1970; absent while it goes on
   * @param attempts how many there were
   * @param subflow the execution that it has started
   */
  public record Run(
      String id,
      String taskId,
      @Nullable String parentId,
      @Nullable String value,
      @Nullable Integer iteration,
      String state,
      long start,
      @Nullable Long end,
      int attempts,
      @Nullable String subflow) {
    static Run of(TaskRunRecord run, @Nullable ExecutionId subflow) {
      Integer parent = run.parent();
      return new Run(
          run.id(),
          run.taskId(),
          parent == null ? null : Ids.taskRun(run.execution(), parent),
          run.value(),
          run.iteration(),
          run.status().name(),
          run.history().start().toEpochMilli(),
          run.status().isTerminal() ? run.history().last().toEpochMilli() : null,
          run.attempts().size(),
          subflow == null ? null : subflow.value());
    }
  }

  /** Task runs only. */
  static ChangesView of(List<Run> runs) {
    return new ChangesView(null, null, runs, null);
  }
}
