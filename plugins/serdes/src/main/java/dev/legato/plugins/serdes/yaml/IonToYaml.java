package dev.legato.plugins.serdes.yaml;

import dev.legato.data.ion.IonRowReader;
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

/** Writes YAML. */
@TaskType(
    value = "io.kestra.plugin.serdes.yaml.IonToYaml",
    title = "Converts rows in Ion to a YAML file.",
    description =
        """
        One row is a plain document; several are documents that begin with `---`.

        ```yaml
        id: yaml
        type: io.kestra.plugin.serdes.yaml.IonToYaml
        from: "{{ outputs.query.uri }}"
        ```
        """)
public record IonToYaml(
    @Property("A file of rows in Ion, as a `kestra://` address.") URI from,
    @Property(value = "Of the YAML file.", defaultValue = "UTF-8") String charset)
    implements Task<Converted> {

  @Override
  public Converted run(TaskContext context) throws TaskFailure, IOException, InterruptedException {
    Charset encoding = Texts.charset(charset);
    return new Conversion(context)
        .convert(
            from,
            IonRowReader::open,
            "rows.yaml",
            out -> YamlRowWriter.open(out, encoding, ZoneOffset.UTC));
  }
}
