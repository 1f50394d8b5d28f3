package dev.legato.server.service;

import dev.legato.model.execution.Caller;
import dev.legato.model.execution.ExecutionId;
import dev.legato.model.execution.ExecutionRecord;
import dev.legato.model.execution.StoredExecution;
import dev.legato.model.execution.TaskRunRecord;
import dev.legato.plugin.Attempt;
import dev.legato.plugin.Children;
import dev.legato.plugin.TaskFailure;
import dev.legato.storage.ExecutionField;
import dev.legato.storage.ExecutionStore;
import dev.legato.storage.Filter;
import dev.legato.storage.Filter.Operator;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What an attempt's execution has started, in the store of this process. */
final class StoredChildren implements Children {
  private static final int PORTION = 500;

  private final ExecutionStore store;
  private final Attempt attempt;

  StoredChildren(ExecutionStore store, Attempt attempt) {
    this.store = store;
    this.attempt = attempt;
  }

  @Override
  public void readOutputs(String taskId, OutputReader reader) throws TaskFailure, IOException {
    int caller = callerNamed(taskId);
    List<Filter<ExecutionField>> children =
        List.of(
            Filter.of(ExecutionField.TRIGGER_EXECUTION_ID, Operator.EQUALS, attempt.executionId()));
    Optional<ExecutionRecord> last = Optional.empty();
    List<ExecutionRecord> portion;
    do {
      portion = store.list(children, last, PORTION);
      for (ExecutionRecord child : portion) {
        Map<String, @Nullable Object> outputs = child.outputs();
        if (isCalledBy(child.caller(), caller) && outputs != null && !outputs.isEmpty()) {
          reader.read(outputs);
        }
        last = Optional.of(child);
      }
    } while (portion.size() == PORTION);
  }

  private static boolean isCalledBy(@Nullable Caller caller, int taskRun) {
    return caller != null && caller.taskRun() == taskRun;
  }

  /** The task run of a task that stands beside this one, in the same round of the same loop. */
  private int callerNamed(String taskId) throws TaskFailure {
    StoredExecution execution = store.find(new ExecutionId(attempt.executionId())).orElseThrow();
    Optional<TaskRunRecord> self =
        execution.taskRuns().stream().filter(run -> run.id().equals(attempt.taskRunId())).findAny();
    return execution.taskRuns().stream()
        .filter(run -> run.taskId().equals(taskId))
        .filter(run -> self.isEmpty() || Objects.equals(run.parent(), self.get().parent()))
        .reduce((_, latest) -> latest)
        .map(TaskRunRecord::sequence)
        .orElseThrow(
            () -> new TaskFailure("No task '%s' has run beside this one.".formatted(taskId)));
  }
}
