package dev.legato.plugins.core.output;

import dev.legato.plugin.Property;
import dev.legato.plugin.Task;
import dev.legato.plugin.TaskContext;
import dev.legato.plugin.TaskType;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Hands values on as its outputs. */
@TaskType(
    value = "io.kestra.plugin.core.output.OutputValues",
    title = "Hands values on as its outputs.",
    description =
        """
        ```yaml
        id: names
        type: io.kestra.plugin.core.output.OutputValues
        values:
          table: "sales_{{ inputs.country }}"
          columns: [id, amount]
        ```

        Later tasks read them as `{{ outputs.names.values.table }}`.
        """)
public record OutputValues(
    @Property("The values by name; texts in them are rendered however deep they are.")
        @Nullable Map<String, @Nullable Object> values)
    implements Task<OutputValues.Result> {
  /** What the task hands on. */
  public record Result(@Property("The rendered values.") Map<String, @Nullable Object> values) {}

  @Override
  public Result run(TaskContext context) {
    return new Result(values == null ? Map.of() : values);
  }
}
