package dev.legato.plugins.serdes.json;

import dev.legato.data.RowException;
import dev.legato.data.json.JsonRowReader;
import dev.legato.data.toon.ToonText;
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
import java.net.URI;
import java.nio.charset.Charset;
import java.util.List;

/** Writes TOON. */
@TaskType(
    value = "io.kestra.plugin.serdes.json.JsonToToon",
    title = "Converts a JSON document to TOON, a short form for language models.",
    description =
        """
        ```yaml
        id: prompt
        type: io.kestra.plugin.serdes.json.JsonToToon
        from: "{{ outputs.call.uri }}"
        ```
        """)
public record JsonToToon(
    @Property("The JSON file, as a `kestra://` address; at most 32 MiB.") URI from,
    @Property(value = "Of both files.", defaultValue = "UTF-8") String charset)
    implements Task<Converted> {

  @Override
  public Converted run(TaskContext context) throws TaskFailure, IOException {
    Charset encoding = Texts.charset(charset);
    try (JsonRowReader reader = JsonRowReader.lines(context.files().read(from), encoding);
        NewFile file = context.files().create("document.toon")) {
      if (!reader.next()) {
        throw RowException.of("The file is empty; it must hold a JSON document.", null);
      }
      Object document = reader.row();
      file.content().write(ToonText.of(document).getBytes(encoding));
      long size = document instanceof List<?> list ? list.size() : 1;
      new Conversion(context).count(size);
      return new Converted(file.keep(), size);
    }
  }
}
