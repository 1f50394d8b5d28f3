package dev.legato.plugins.serdes.yaml;

import dev.legato.data.ion.IonRowWriter;
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

/** Reads YAML. */
@TaskType(
    value = "io.kestra.plugin.serdes.yaml.YamlToIon",
    title = "Converts a YAML file to rows in Ion.",
    description =
        """
        Each document is a row.

        ```yaml
        id: rows
        type: io.kestra.plugin.serdes.yaml.YamlToIon
        from: "{{ outputs.download.uri }}"
        ```
        """)
public record YamlToIon(
    @Property("The YAML file, as a `kestra://` address.") URI from,
    @Property(value = "Of the YAML file.", defaultValue = "UTF-8") String charset)
    implements Task<Converted> {

  @Override
  public Converted run(TaskContext context) throws TaskFailure, IOException, InterruptedException {
    Charset encoding = Texts.charset(charset);
    return new Conversion(context)
        .convert(from, in -> YamlRowReader.open(in, encoding), "rows.ion", IonRowWriter::text);
  }
}
