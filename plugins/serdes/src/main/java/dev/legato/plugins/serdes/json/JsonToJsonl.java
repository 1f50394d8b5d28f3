package dev.legato.plugins.serdes.json;

import dev.legato.data.RowException;
import dev.legato.data.RowReader;
import dev.legato.data.json.JsonRowReader;
import dev.legato.data.json.JsonRowWriter;
import dev.legato.data.json.JsonWriteOptions;
import dev.legato.plugin.Property;
import dev.legato.plugin.Task;
import dev.legato.plugin.TaskContext;
import dev.legato.plugin.TaskFailure;
import dev.legato.plugin.TaskType;
import dev.legato.plugins.serdes.conversion.Conversion;
import dev.legato.plugins.serdes.conversion.Converted;
import dev.legato.plugins.serdes.conversion.Texts;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.Charset;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes lines of a JSON document. */
@TaskType(
    value = "io.kestra.plugin.serdes.json.JsonToJsonl",
    title = "Converts a JSON document to JSON lines.",
    description =
        """
        Each element of an array becomes a line, and so does each of several objects one after the \
        other.

        ```yaml
        id: lines
        type: io.kestra.plugin.serdes.json.JsonToJsonl
        from: "{{ outputs.download.uri }}"
        ```
        """)
public record JsonToJsonl(
    @Property("The JSON file, as a `kestra://` address.") URI from,
    @Property(value = "Of both files.", defaultValue = "UTF-8") String charset)
    implements Task<Converted> {

  @Override
  public Converted run(TaskContext context) throws TaskFailure, IOException, InterruptedException {
    Charset encoding = Texts.charset(charset);
    JsonWriteOptions options = new JsonWriteOptions(true, encoding, ZoneOffset.UTC, false);
    return new Conversion(context)
        .convert(
            from,
            in -> new NoBareValues(JsonRowReader.document(in, encoding)),
            "rows.jsonl",
            out -> JsonRowWriter.open(out, options));
  }

  /** Refuses a document that is a text, a number or the like, of which no line can be made. */
  private record NoBareValues(JsonRowReader rows) implements RowReader {
    @Override
    public boolean next() throws IOException {
      boolean found = rows.next();
      boolean container = row() instanceof Map<?, ?> || row() instanceof List<?>;
      if (found && !rows.isInArray() && !container) {
        throw RowException.of("The file must hold a JSON array or objects.", null);
      }
      return found;
    }

    @Override
    public @Nullable Object row() {
      return rows.row();
    }

    @Override
    public void close() throws IOException {
      rows.close();
    }
  }
}
