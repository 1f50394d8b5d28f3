package dev.legato.plugins.core.debug;

import dev.legato.plugin.Property;
import dev.legato.plugin.Task;
import dev.legato.plugin.TaskContext;
import dev.legato.plugin.TaskType;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Hands a text on as its output. */
@TaskType(
    value = "io.kestra.plugin.core.debug.Return",
    aliases = "io.kestra.core.tasks.debugs.Return",
    title = "Hands a text on as its output, to see what an expression renders to.",
    description =
        """
        ```yaml
        id: today
        type: io.kestra.plugin.core.debug.Return
        format: "{{ now() | date('yyyy-MM-dd') }}"
        ```

        Later tasks read it as `{{ outputs.today.value }}`.
        """)
public record Return(@Property("The text.") @Nullable String format)
    implements Task<Return.Result> {
  /** What the task hands on. */
  public record Result(@Property("The rendered text.") @Nullable String value) {}

  @Override
  public Result run(TaskContext context) {
    long start = System.nanoTime();
    if (format != null) {
      context.log().debug(format);
      Map<String, String> tags = Map.of("format", format);
      context.count("length", format.length(), tags);
      context.time("duration", Duration.ofNanos(System.nanoTime() - start), tags);
    }
    return new Result(format);
  }
}
