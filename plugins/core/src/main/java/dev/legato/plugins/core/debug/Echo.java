package dev.legato.plugins.core.debug;

import dev.legato.plugin.NoOutput;
import dev.legato.plugin.Property;
import dev.legato.plugin.Task;
import dev.legato.plugin.TaskContext;
import dev.legato.plugin.TaskLog.Level;
import dev.legato.plugin.TaskType;

/** Writes a line to the log of the execution. */
@TaskType(
    value = "io.kestra.plugin.core.debug.Echo",
    aliases = "io.kestra.core.tasks.debugs.Echo",
    title = "Writes a line to the log of the execution.",
    replacedBy = "io.kestra.plugin.core.log.Log",
    description =
        """
        ```yaml
        id: echo
        type: io.kestra.plugin.core.debug.Echo
        format: "{{ taskrun.startDate }}"
        ```
        """)
public record Echo(
    @Property("The line.") String format,
    @Property(value = "How important the line is.", defaultValue = "INFO", rendered = false)
        Level level)
    implements Task<NoOutput> {
  @Override
  public NoOutput run(TaskContext context) {
    context.log().log(level, format);
    return NoOutput.NONE;
  }
}
