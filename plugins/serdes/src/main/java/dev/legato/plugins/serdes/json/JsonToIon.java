package dev.legato.plugins.serdes.json;

import dev.legato.data.ion.IonRowWriter;
import dev.legato.data.json.JsonRowReader;
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

/** Reads JSON. */
@TaskType(
    value = "io.kestra.plugin.serdes.json.JsonToIon",
    aliases = "io.kestra.plugin.serdes.json.JsonReader",
    title = "Converts a JSON file to rows in Ion.",
    description =
        """
        ```yaml
        id: rows
        type: io.kestra.plugin.serdes.json.JsonToIon
        from: "{{ outputs.download.uri }}"
        newLine: false
        ```
        """)
public record JsonToIon(
    @Property("The JSON file, as a `kestra://` address.") URI from,
    @Property(value = "Of the JSON file.", defaultValue = "UTF-8") String charset,
    @Property(
            value =
                "Whether each line is a row; else the file is one document, of which an array's"
                    + " elements are the rows.",
            defaultValue = "true")
        boolean newLine)
    implements Task<Converted> {

  @Override
  public Converted run(TaskContext context) throws TaskFailure, IOException, InterruptedException {
    Charset encoding = Texts.charset(charset);
    return new Conversion(context)
        .convert(
            from,
            in ->
                newLine ? JsonRowReader.lines(in, encoding) : JsonRowReader.document(in, encoding),
            "rows.ion",
            IonRowWriter::text);
  }
}
