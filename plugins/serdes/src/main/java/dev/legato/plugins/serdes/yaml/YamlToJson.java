package dev.legato.plugins.serdes.yaml;

import dev.legato.data.json.JsonRowWriter;
import dev.legato.data.json.JsonWriteOptions;
import dev.legato.data.yaml.YamlRowReader;
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

/** Makes JSON of YAML. */
@TaskType(
    value = "io.kestra.plugin.serdes.yaml.YamlToJson",
    title = "Converts a YAML file to a JSON file.",
    description =
        """
        Several documents become an array, one becomes itself, and none an empty object.

        ```yaml
        id: json
        type: io.kestra.plugin.serdes.yaml.YamlToJson
        from: "{{ outputs.download.uri }}"
        ```
        """)
public record YamlToJson(
    @Property("The YAML file, as a `kestra://` address.") URI from,
    @Property(value = "Of both files.", defaultValue = "UTF-8") String charset,
    @Property(value = "Whether each document becomes a line.", defaultValue = "false")
        boolean jsonl)
    implements Task<Converted> {

  @Override
  public Converted run(TaskContext context) throws TaskFailure, IOException, InterruptedException {
    Charset encoding = Texts.charset(charset);
    Conversion conversion = new Conversion(context);
    JsonWriteOptions options = new JsonWriteOptions(jsonl, encoding, ZoneOffset.UTC, false);
    Converted converted =
        conversion.convert(
            from,
            in -> YamlRowReader.open(in, encoding),
            jsonl ? "rows.jsonl" : "rows.json",
            out -> JsonRowWriter.open(out, options));
    return converted.size() == 0 && !jsonl
        ? new Converted(context.files().store("rows.json", "{}"), 0)
        : converted;
  }
}
