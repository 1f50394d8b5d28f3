package dev.legato.plugins.core.execution;

import dev.legato.plugin.Attempt;
import dev.legato.plugin.TaskContext;
import dev.legato.plugin.TaskFailure;
import dev.legato.plugin.execution.FlowName;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which execution a task is about: its own, another one of its flow, or one of another flow. */
public record ChosenExecution(
    @Nullable String namespace, @Nullable String flowId, @Nullable String executionId) {
  /**
   * The id of the execution.
   *
   * @throws TaskFailure when the properties do not fit together, or there is no such execution
   */
  public String id(TaskContext context) throws TaskFailure {
    Attempt attempt = context.attempt();
    if (executionId == null) {
      if (namespace != null || flowId != null) {
        throw new TaskFailure(
            "'namespace' and 'flowId' say nothing without 'executionId': give it, or none of them for this execution.");
      }
      return attempt.executionId();
    }
    if ((namespace == null) != (flowId == null)) {
      throw new TaskFailure(
          "Give both 'namespace' and 'flowId', or none of them for an execution of this flow.");
    }
    FlowName expected =
        namespace == null || flowId == null
            ? new FlowName(attempt.namespace(), attempt.flowId())
            : new FlowName(namespace, flowId);
    if (!context.executions().flowOf(executionId).equals(Optional.of(expected))) {
      throw new TaskFailure(
          "The flow %s has no execution '%s'; for one of another flow give 'namespace' and 'flowId'."
              .formatted(expected, executionId));
    }
    return executionId;
  }
}
