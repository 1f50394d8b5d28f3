package dev.legato.plugins.serdes.json;

import dev.legato.data.ion.IonRowReader;
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
import org.jspecify.annotations.Nullable;

/** Writes JSON. */
@TaskType(
    value = "io.kestra.plugin.serdes.json.IonToJson",
    aliases = "io.kestra.plugin.serdes.json.JsonWriter",
    title = "Converts rows in Ion to a JSON file.",
    description =
        """
        Dates and times are written in the form of ISO 8601, bytes as Base64.

        ```yaml
        id: json
        type: io.kestra.plugin.serdes.json.IonToJson
        from: "{{ outputs.query.uri }}"
        newLine: false
        ```
        """)
public record IonToJson(
    @Property("A file of rows in Ion, as a `kestra://` address.") URI from,
    @Property(value = "Of the JSON file.", defaultValue = "UTF-8") String charset,
    @Property(
            value =
                "Whether each row is a line; else the file is one document: an array, or the row"
                    + " itself when there is only one.",
            defaultValue = "true")
        boolean newLine,
    @Property("The zone for dates with times that have an offset; that of the machine by default.")
        @Nullable String timeZoneId,
    @Property(
            value =
                "Whether dates and times that Ion has no type for become objects that name their"
                    + " type.",
            defaultValue = "false")
        boolean shouldKeepAnnotations)
    implements Task<Converted> {

  @Override
  public Converted run(TaskContext context) throws TaskFailure, IOException, InterruptedException {
    JsonWriteOptions options =
        new JsonWriteOptions(
            newLine, Texts.charset(charset), Texts.zone(timeZoneId), shouldKeepAnnotations);
    return new Conversion(context)
        .convert(
            from,
            IonRowReader::open,
            newLine ? "rows.jsonl" : "rows.json",
            out -> JsonRowWriter.open(out, options));
  }
}
