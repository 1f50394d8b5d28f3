package dev.legato.plugins.core.execution;

import dev.legato.plugin.NoOutput;
import dev.legato.plugin.Property;
import dev.legato.plugin.Task;
import dev.legato.plugin.TaskContext;
import dev.legato.plugin.TaskFailure;
import dev.legato.plugin.TaskType;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Lets a paused execution go on. */
@TaskType(
    value = "io.kestra.plugin.core.execution.Resume",
    title = "Lets a paused execution go on.",
    description =
        """
        ```yaml
        id: go_on
        type: io.kestra.plugin.core.execution.Resume
        executionId: "{{ trigger.executionId }}"
        namespace: shop
        flowId: orders
        inputs:
          approved: true
        ```
        """)
public record Resume(
    @Property("Namespace of the execution's flow; with `flowId` and `executionId` only.")
        @Nullable String namespace,
    @Property("The execution's flow; this flow when absent.") @Nullable String flowId,
    @Property("Which execution; this one when absent.") @Nullable String executionId,
    @Property("Answers to the questions of its Pause task.")
        @Nullable Map<String, @Nullable Object> inputs)
    implements Task<NoOutput> {
  @Override
  public NoOutput run(TaskContext context) throws TaskFailure {
    String id = new ChosenExecution(namespace, flowId, executionId).id(context);
    context.executions().resume(id, inputs == null ? Map.of() : inputs);
    return NoOutput.NONE;
  }
}
