package dev.legato.plugins.core.execution;

import dev.legato.plugin.NoOutput;
import dev.legato.plugin.Property;
import dev.legato.plugin.Task;
import dev.legato.plugin.TaskContext;
import dev.legato.plugin.TaskFailure;
import dev.legato.plugin.TaskType;
import dev.legato.plugins.core.value.Truth;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Fails unless conditions hold. */
@TaskType(
    value = "io.kestra.plugin.core.execution.Assert",
    title = "Fails unless all conditions hold.",
    description =
        """
        Every condition is looked at, so that all that is wrong is told at once. A condition holds
        unless it renders to nothing, `false`, `0` or `-0`, or cannot be rendered.

        ```yaml
        id: plausible
        type: io.kestra.plugin.core.execution.Assert
        errorMessage: The load looks wrong
        conditions:
          - "{{ outputs.load.rows > 100 }}"
          - "{{ outputs.load.rejected == 0 }}"
        ```
        """)
public record Assert(
    @Property(value = "What must hold, each an expression.", rendered = false)
        List<String> conditions,
    @Property("What to tell people.") @Nullable String errorMessage)
    implements Task<NoOutput> {
  @Override
  public NoOutput run(TaskContext context) throws TaskFailure {
    int failed = 0;
    for (String condition : conditions) {
      failed += holds(condition, context) ? 0 : 1;
    }
    context.count("success", conditions.size() - failed, Map.of());
    context.count("failed", failed, Map.of());
    if (failed > 0) {
      throw new TaskFailure(
          "%d of %d conditions do not hold%s"
              .formatted(
                  failed, conditions.size(), errorMessage == null ? "" : ": " + errorMessage));
    }
    return NoOutput.NONE;
  }

  private static boolean holds(String condition, TaskContext context) {
    try {
      boolean holds = Truth.of(context.render(condition, Map.of()));
      if (!holds) {
        context.log().error("'%s' does not hold".formatted(condition));
      }
      return holds;
    } catch (TaskFailure e) {
      context.log().error(String.valueOf(e.getMessage()));
      return false;
    }
  }
}
