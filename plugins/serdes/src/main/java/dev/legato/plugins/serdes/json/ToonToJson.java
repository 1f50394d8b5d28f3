package dev.legato.plugins.serdes.json;

import dev.legato.data.RowException;
import dev.legato.data.RowLimits;
import dev.legato.data.json.JsonRowWriter;
import dev.legato.data.json.JsonWriteOptions;
import dev.legato.data.toon.ToonParser;
import dev.legato.plugin.NewFile;
import dev.legato.plugin.Property;
import dev.legato.plugin.Task;
import dev.legato.plugin.TaskContext;
import dev.legato.plugin.TaskFailure;
import dev.legato.plugin.TaskType;
import dev.legato.plugins.serdes.conversion.Conversion;
import dev.legato.plugins.serdes.conversion.Converted;
import dev.legato.plugins.serdes.conversion.Texts;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.Charset;
import java.time.ZoneOffset;
import java.util.List;

/** Reads TOON. */
@TaskType(
    value = "io.kestra.plugin.serdes.json.ToonToJson",
    title = "Converts TOON to a JSON document.",
    description =
        """
        ```yaml
        id: answer
        type: io.kestra.plugin.serdes.json.ToonToJson
        from: "{{ outputs.model.uri }}"
        ```
        """)
public record ToonToJson(
    @Property("The TOON file, as a `kestra://` address; at most 32 MiB.") URI from,
    @Property(value = "Of both files.", defaultValue = "UTF-8") String charset)
    implements Task<Converted> {

  @Override
  public Converted run(TaskContext context) throws TaskFailure, IOException {
    Charset encoding = Texts.charset(charset);
    int most = RowLimits.DEFAULTS.rowBytes();
    Object document;
    try (InputStream in = context.files().read(from)) {
      byte[] bytes = in.readNBytes(most + 1);
      if (bytes.length > most) {
        throw RowException.of("The file has more than %,d bytes.".formatted(most), null);
      }
      document = ToonParser.parse(new String(bytes, encoding));
    }
    JsonWriteOptions options = new JsonWriteOptions(false, encoding, ZoneOffset.UTC, false);
    try (NewFile file = context.files().create("document.json")) {
      try (JsonRowWriter writer = JsonRowWriter.open(file.content(), options)) {
        writer.write(document);
      }
      long size = document instanceof List<?> list ? list.size() : 1;
      new Conversion(context).count(size);
      return new Converted(file.keep(), size);
    }
  }
}
