package dev.legato.plugins.serdes.transform;

import dev.legato.data.json.JsonRowReader;
import dev.legato.plugin.Property;
import dev.legato.plugin.Task;
import dev.legato.plugin.TaskContext;
import dev.legato.plugin.TaskFailure;
import dev.legato.plugin.TaskType;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Transforms a value. */
@TaskType(
    value = "io.kestra.plugin.transform.jsonata.TransformValue",
    title = "Transforms a JSON value by a JSONata expression.",
    description =
        """
        ```yaml
        id: names
        type: io.kestra.plugin.transform.jsonata.TransformValue
        from: "{{ outputs.call.body }}"
        expression: people.name
        ```
        """)
public record TransformValue(
    @Property("The JSONata expression.") String expression,
    @Property(value = "How deep evaluation may go.", defaultValue = "1000") int maxDepth,
    @Property("The input, as JSON.") String from)
    implements Task<TransformValue.Result> {
  /** What came of it. */
  public record Result(@Property("What the expression gives.") @Nullable Object value) {}

  @Override
  public Result run(TaskContext context) throws TaskFailure, IOException {
    Expression parsed = Expression.parse(expression, maxDepth);
    byte[] json = from.getBytes(StandardCharsets.UTF_8);
    try (JsonRowReader reader =
        JsonRowReader.lines(new ByteArrayInputStream(json), StandardCharsets.UTF_8)) {
      Object input = reader.next() ? reader.row() : null;
      return new Result(parsed.evaluate(input, "'from'"));
    }
  }
}
