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
 */
public record Changes(@Nullable ExecutionRecord execution, List<TaskRunRecord> taskRuns) {
  public boolean isEmpty() {
    return execution == null && taskRuns.isEmpty();
  }
}
