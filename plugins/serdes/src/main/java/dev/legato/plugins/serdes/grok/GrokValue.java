package dev.legato.plugins.serdes.grok;

import dev.legato.plugin.Inline;
import dev.legato.plugin.Property;
import dev.legato.plugin.Task;
import dev.legato.plugin.TaskContext;
import dev.legato.plugin.TaskFailure;
import dev.legato.plugin.TaskType;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Cuts a text into fields. */
@TaskType(
    value = "io.kestra.plugin.transform.grok.TransformValue",
    title = "Cuts a text into fields by patterns.",
    description =
        """
        ```yaml
        id: fields
        type: io.kestra.plugin.transform.grok.TransformValue
        from: "{{ trigger.body.line }}"
        pattern: "%{TIMESTAMP_ISO8601:at} %{LOGLEVEL:level} %{GREEDYDATA:message}"
        ```
        """)
public record GrokValue(@Property("The text.") String from, @Inline GrokOptions options)
    implements Task<GrokValue.Result> {
  /** What came of it. */
  public record Result(
      @Property("The fields; none when no pattern fits.") Map<String, @Nullable Object> value) {}

  @Override
  public Result run(TaskContext context) throws TaskFailure, IOException, InterruptedException {
    return new Result(options.fields(options.compiled(context), from));
  }
}
