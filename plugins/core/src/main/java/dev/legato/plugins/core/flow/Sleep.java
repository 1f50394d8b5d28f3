package dev.legato.plugins.core.flow;

import dev.legato.plugin.NoOutput;
import dev.legato.plugin.Property;
import dev.legato.plugin.Task;
import dev.legato.plugin.TaskContext;
import dev.legato.plugin.TaskType;
import java.time.Duration;

/** Waits. */
@TaskType(
    value = "io.kestra.plugin.core.flow.Sleep",
    title = "Waits for a while.",
    description =
        """
        ```yaml
        id: breathe
        type: io.kestra.plugin.core.flow.Sleep
        duration: PT5S
        ```
        """)
public record Sleep(@Property("How long to wait; nothing below zero.") Duration duration)
    implements Task<NoOutput> {
  @Override
  public NoOutput run(TaskContext context) throws InterruptedException {
    if (duration.isPositive()) {
      context.sleep(duration);
    }
    return NoOutput.NONE;
  }
}
