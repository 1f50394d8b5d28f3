package dev.legato.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.legato.model.execution.ExecutionRecord;
import dev.legato.model.execution.StoredExecution;
import dev.legato.model.execution.TaskRunRecord;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What a store would hold of one execution. */
final class Rows {
  private final TreeMap<Integer, TaskRunRecord> taskRuns = new TreeMap<>();
  private @Nullable ExecutionRecord execution;

  /** Writes what changed; how many task runs that were. */
  int write(Changes changes) {
    if (changes.execution() != null) {
      assertThat(changes.execution().version())
          .isEqualTo(execution == null ? 1 : execution.version() + 1);
      execution = changes.execution();
    }
    for (TaskRunRecord record : changes.taskRuns()) {
      taskRuns.put(record.sequence(), record);
    }
    for (int removed : changes.removed()) {
      taskRuns.remove(removed);
      assertThat(changes.taskRuns()).noneMatch(written -> written.sequence() == removed);
    }
    return changes.taskRuns().size();
  }

  TaskRunRecord get(int sequence) {
    TaskRunRecord found = taskRuns.get(sequence);
    assertThat(found).isNotNull();
    return found;
  }

  StoredExecution stored() {
    assertThat(execution).isNotNull();
    return new StoredExecution(execution, List.copyOf(taskRuns.values()));
  }
}
