package dev.legato.plugins.serdes.transform;

import dev.legato.data.ion.IonRowReader;
import dev.legato.data.ion.IonRowWriter;
import dev.legato.plugin.NewFile;
import dev.legato.plugin.Property;
import dev.legato.plugin.Task;
import dev.legato.plugin.TaskContext;
import dev.legato.plugin.TaskFailure;
import dev.legato.plugin.TaskType;
import dev.legato.plugins.serdes.conversion.Conversion;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;

/** Transforms rows. */
@TaskType(
    value = "io.kestra.plugin.transform.jsonata.TransformItems",
    title = "Transforms each row of a file by a JSONata expression.",
    description =
        """
        A row for which the expression gives nothing is left out. Dates and times are texts for \
        the expression.

        ```yaml
        id: totals
        type: io.kestra.plugin.transform.jsonata.TransformItems
        from: "{{ outputs.orders.uri }}"
        expression: |
          {"id": id, "total": $sum(lines.(price * quantity))}
        ```
        """)
public record TransformItems(
    @Property("The JSONata expression; the row is its input.") String expression,
    @Property(value = "How deep evaluation may go.", defaultValue = "1000") int maxDepth,
    @Property("A file of rows in Ion or lines of JSON, as a `kestra://` address.") URI from,
    @Property(
            value = "Whether each element of a list that the expression gives is a row.",
            defaultValue = "true")
        boolean explodeArray)
    implements Task<TransformItems.Result> {
  /** What was written. */
  public record Result(
      @Property("The new rows, in Ion.") URI uri,
      @Property("How many rows were transformed.") long processedItemsTotal) {}

  @Override
  public Result run(TaskContext context) throws TaskFailure, IOException, InterruptedException {
    Expression parsed = Expression.parse(expression, maxDepth);
    long rows = 0;
    try (NewFile file = context.files().create("items.ion")) {
      try (IonRowReader reader = IonRowReader.open(context.files().read(from));
          IonRowWriter writer = IonRowWriter.text(file.content())) {
        while (reader.next()) {
          rows++;
          Conversion.look(rows);
          Object result = parsed.evaluate(reader.row(), "row " + rows);
          if (explodeArray && result instanceof List<?> list) {
            for (Object item : list) {
              writer.write(item);
            }
          } else if (result != null) {
            writer.write(result);
          }
        }
      }
      context.count("processed", (double) rows, Map.of());
      return new Result(file.keep(), rows);
    }
  }
}
