package dev.legato.engine;

import dev.legato.model.execution.ExecutionRecord;
import dev.legato.model.execution.TaskRunRecord;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What must be written so that the state can be restored.
 *
 * @param execution absent when nothing of it changed
 * @param taskRuns new and changed ones, each once
 * @param removed sequences of task runs that are gone
 * @param knownSteps how many entries of the execution's history were written before
 */
public record Changes(
    @Nullable ExecutionRecord execution,
    List<TaskRunRecord> taskRuns,
    List<Integer> removed,
    int knownSteps) {
  public boolean isEmpty() {
    return execution == null && taskRuns.isEmpty() && removed.isEmpty();
  }
}
