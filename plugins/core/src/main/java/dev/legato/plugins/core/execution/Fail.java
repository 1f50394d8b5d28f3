package dev.legato.plugins.core.execution;

import dev.legato.plugin.NoOutput;
import dev.legato.plugin.Property;
import dev.legato.plugin.Task;
import dev.legato.plugin.TaskContext;
import dev.legato.plugin.TaskFailure;
import dev.legato.plugin.TaskType;
import dev.legato.plugins.core.value.Truth;
import org.jspecify.annotations.Nullable;

/** Fails on purpose. */
@TaskType(
    value = "io.kestra.plugin.core.execution.Fail",
    aliases = "io.kestra.core.tasks.executions.Fail",
    title = "Fails, always or when a condition holds.",
    description =
        """
        The condition holds unless it renders to nothing, `false`, `0` or `-0`. Without a condition
        the task always fails.

        ```yaml
        id: too_few
        type: io.kestra.plugin.core.execution.Fail
        condition: "{{ outputs.load.rows < 100 }}"
        errorMessage: "Only {{ outputs.load.rows }} rows arrived"
        ```
        """)
public record Fail(
    @Property("When to fail.") @Nullable String condition,
    @Property(value = "What to tell people.", defaultValue = "Task failure") String errorMessage)
    implements Task<NoOutput> {
  @Override
  public NoOutput run(TaskContext context) throws TaskFailure {
    if (condition == null || Truth.of(condition)) {
      throw new TaskFailure(errorMessage);
    }
    return NoOutput.NONE;
  }
}
