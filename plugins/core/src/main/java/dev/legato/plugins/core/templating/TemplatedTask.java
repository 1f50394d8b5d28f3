package dev.legato.plugins.core.templating;

import dev.legato.plugin.Property;
import dev.legato.plugin.Task;
import dev.legato.plugin.TaskContext;
import dev.legato.plugin.TaskFailure;
import dev.legato.plugin.TaskType;
import java.io.IOException;

/** Runs a task that a template makes. */
@TaskType(
    value = "io.kestra.plugin.core.templating.TemplatedTask",
    aliases = "io.kestra.core.tasks.templating.TemplatedTask",
    title = "Runs a task whose YAML is made by a template.",
    description =
        """
        For properties that take no template. The text is rendered, read as one task, and that task
        runs; its outputs are the outputs of this one. It must do work itself: tasks that steer the
        flow are refused, and so is another task of this type.

        ```yaml
        id: chosen
        type: io.kestra.plugin.core.templating.TemplatedTask
        spec: |
          id: inner
          type: io.kestra.plugin.core.log.Log
          level: {{ inputs.level }}
          message: as wanted
        ```
        """)
public record TemplatedTask(@Property("The YAML of one task.") String spec)
    implements Task<Record> {
  @Override
  public Record run(TaskContext context) throws TaskFailure, IOException, InterruptedException {
    return context.runTask(spec);
  }
}
