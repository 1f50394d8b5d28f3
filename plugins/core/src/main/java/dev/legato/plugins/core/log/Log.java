package dev.legato.plugins.core.log;

import dev.legato.plugin.NoOutput;
import dev.legato.plugin.Property;
import dev.legato.plugin.Task;
import dev.legato.plugin.TaskContext;
import dev.legato.plugin.TaskFailure;
import dev.legato.plugin.TaskLog.Level;
import dev.legato.plugin.TaskType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes lines to the log of the execution. */
@TaskType(
    value = "io.kestra.plugin.core.log.Log",
    aliases = "io.kestra.core.tasks.log.Log",
    title = "Writes one or more lines to the log of the execution.",
    description =
        """
        Lines at level `WARN` or `ERROR` do not change how the task ends.

        ```yaml
        id: hello
        type: io.kestra.plugin.core.log.Log
        message: "Hello {{ inputs.name }}"
        ```
        """)
public record Log(
    @Property("What to write: a text, or a list of texts of which each becomes a line.")
        Object message,
    @Property(value = "How important the lines are.", defaultValue = "INFO", rendered = false)
        Level level)
    implements Task<NoOutput> {
  @Override
  public NoOutput run(TaskContext context) throws TaskFailure {
    if (message instanceof List<?> lines) {
      for (Object line : lines) {
        context.log().log(level, text(line));
      }
    } else {
      context.log().log(level, text(message));
    }
    return NoOutput.NONE;
  }

  private static String text(@Nullable Object line) throws TaskFailure {
    return switch (line) {
      case String text -> text;
      case Number number -> number.toString();
      case Boolean truth -> truth.toString();
      case null, default ->
          throw new TaskFailure(
              "Property 'message' must be a text or a list of texts, but holds " + kind(line));
    };
  }

  private static String kind(@Nullable Object line) {
    return line == null ? "null" : line instanceof List<?> ? "a list in a list" : "a map";
  }
}
