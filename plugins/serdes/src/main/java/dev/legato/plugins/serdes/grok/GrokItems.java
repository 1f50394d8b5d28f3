package dev.legato.plugins.serdes.grok;

import dev.legato.data.RowException;
import dev.legato.data.ion.IonRowReader;
import dev.legato.data.ion.IonRowWriter;
import dev.legato.plugin.Inline;
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
import org.jspecify.annotations.Nullable;

/** Cuts each text of a file into fields. */
@TaskType(
    value = "io.kestra.plugin.transform.grok.TransformItems",
    title = "Cuts each text of a file into fields by patterns.",
    description =
        """
        Each row of the file is a text, or null. A text that no pattern fits is left out.

        ```yaml
        id: fields
        type: io.kestra.plugin.transform.grok.TransformItems
        from: "{{ outputs.lines.uri }}"
        pattern: "%{IP:client} %{WORD:method} %{URIPATHPARAM:path} %{NUMBER:bytes:int}"
        ```
        """)
public record GrokItems(
    @Property("A file of texts in Ion, as a `kestra://` address.") URI from,
    @Inline GrokOptions options)
    implements Task<GrokItems.Result> {
  /** What was written. */
  public record Result(
      @Property("The fields, a map for each text that fits, in Ion.") URI uri,
      @Property("How many texts there were.") long processedItemsTotal) {}

  @Override
  public Result run(TaskContext context) throws TaskFailure, IOException, InterruptedException {
    List<Grok> patterns = options.compiled(context);
    long rows = 0;
    try (NewFile file = context.files().create("items.ion")) {
      try (IonRowReader reader = IonRowReader.open(context.files().read(from));
          IonRowWriter writer = IonRowWriter.text(file.content())) {
        while (reader.next()) {
          rows++;
          Conversion.look(rows);
          Map<String, @Nullable Object> fields = fields(patterns, reader.row(), rows);
          if (!fields.isEmpty()) {
            writer.write(fields);
          }
        }
      }
      context.count("processed", (double) rows, Map.of());
      return new Result(file.keep(), rows);
    }
  }

  private Map<String, @Nullable Object> fields(
      List<Grok> patterns, @Nullable Object row, long number)
      throws TaskFailure, IOException, InterruptedException {
    return switch (row) {
      case null -> Map.of();
      case String text -> options.fields(patterns, text);
      default ->
          throw RowException.at(number, "is no text; take the field that has the text.", null);
    };
  }
}
