package dev.legato.rest.execution;

import dev.legato.model.execution.Attempt;
import dev.legato.model.execution.ExecutionRecord;
import dev.legato.model.execution.Ids;
import dev.legato.model.execution.TaskRunRecord;
import dev.legato.rest.http.Scope;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A task run. */
public record TaskRunView(
    String tenantId,
    String id,
    String executionId,
    String namespace,
    String flowId,
    String taskId,
    @Nullable String parentTaskRunId,
    @Nullable String value,
    @Nullable Integer iteration,
    List<AttemptView> attempts,
    Map<String, @Nullable Object> outputs,
    StateView state) {
  /**
   * One try.
   *
   * @param logFile the URI of the file with its log, when it is kept in one
   */
  public record AttemptView(StateView state, @Nullable String logFile) {
    static AttemptView of(Attempt attempt, Instant now) {
      return new AttemptView(
          StateView.of(attempt.history(), attempt.status().isTerminal(), now), attempt.logFile());
    }
  }

  static TaskRunView of(ExecutionRecord execution, TaskRunRecord run, Instant now) {
    Integer parent = run.parent();
    return new TaskRunView(
        Scope.MAIN_TENANT,
        run.id(),
        execution.id().value(),
        execution.flow().namespace(),
        execution.flow().id(),
        run.taskId(),
        parent == null ? null : Ids.taskRun(execution.id(), parent),
        run.value(),
        run.iteration(),
        run.attempts().stream().map(attempt -> AttemptView.of(attempt, now)).toList(),
        run.outputs(),
        StateView.of(run.history(), run.status().isTerminal(), now));
  }
}
