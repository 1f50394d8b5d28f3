package dev.legato.plugins.serdes.yaml;

import dev.legato.data.json.JsonRowReader;
import dev.legato.data.yaml.YamlRowWriter;
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

/** Makes YAML of JSON. */
@TaskType(
    value = "io.kestra.plugin.serdes.yaml.JsonToYaml",
    title = "Converts a JSON file to a YAML file.",
    description =
        """
        The elements of an array become documents, and so do the lines of JSON lines.

        ```yaml
        id: yaml
        type: io.kestra.plugin.serdes.yaml.JsonToYaml
        from: "{{ outputs.download.uri }}"
        ```
        """)
public record JsonToYaml(
    @Property("The JSON file, as a `kestra://` address.") URI from,
    @Property(value = "Of both files.", defaultValue = "UTF-8") String charset,
    @Property(value = "Whether each line is a value.", defaultValue = "false") boolean jsonl)
    implements Task<Converted> {

  @Override
  public Converted run(TaskContext context) throws TaskFailure, IOException, InterruptedException {
    Charset encoding = Texts.charset(charset);
    return new Conversion(context)
        .convert(
            from,
            in -> jsonl ? JsonRowReader.lines(in, encoding) : JsonRowReader.document(in, encoding),
            "rows.yaml",
            out -> YamlRowWriter.open(out, encoding, ZoneOffset.UTC));
  }
}
