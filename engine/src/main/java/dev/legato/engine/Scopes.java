package dev.legato.engine;

import dev.legato.model.execution.StoredExecution;
import dev.legato.model.execution.TaskRunRecord;
import dev.legato.model.plan.Plan;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The variables that expressions of an execution see, from what is stored of it. */
public final class Scopes {
  private Scopes() {}

  /**
   * For expressions of the flow itself, such as its outputs.
   *
   * @param plan of the revision that the execution runs
   */
  public static Map<String, @Nullable Object> ofFlow(Plan plan, StoredExecution stored) {
    return Scope.ofFlow(ExecutionState.restore(plan, stored));
  }

  /**
   * For expressions of a task, as things stand now. Of a task run that has ended, {@code outputs}
   * also has what came after it.
   *
   * @param plan of the revision that the execution runs
   * @param taskRun its id
   * @return empty when the execution has no such task run
   */
  public static Optional<Map<String, @Nullable Object>> ofTaskRun(
      Plan plan, StoredExecution stored, String taskRun) {
    ExecutionState state = ExecutionState.restore(plan, stored);
    return stored.taskRuns().stream()
        .filter(record -> record.id().equals(taskRun))
        .findFirst()
        .map(
            record ->
                Scope.ofTaskRun(state, state.taskRuns().get(record.sequence()), past(record)));
  }

  /** A task run in memory forgets what it went through once it has ended. */
  private static TaskRun.Past past(TaskRunRecord record) {
    return new TaskRun.Past(record.history(), record.attempts());
  }
}
