package dev.legato.plugins.serdes.parquet;

import dev.legato.data.RowReader;
import dev.legato.data.RowWriter;
import dev.legato.data.ion.IonRowWriter;
import dev.legato.data.parquet.ParquetRowReader;
import dev.legato.plugin.NewFile;
import dev.legato.plugin.Property;
import dev.legato.plugin.Task;
import dev.legato.plugin.TaskContext;
import dev.legato.plugin.TaskFailure;
import dev.legato.plugin.TaskType;
import dev.legato.plugins.serdes.conversion.Conversion;
import dev.legato.plugins.serdes.conversion.Converted;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads Parquet. */
@TaskType(
    value = "io.kestra.plugin.serdes.parquet.ParquetToIon",
    aliases = "io.kestra.plugin.serdes.parquet.ParquetReader",
    title = "Converts a Parquet file to rows in Ion.",
    description =
        """
        ```yaml
        id: rows
        type: io.kestra.plugin.serdes.parquet.ParquetToIon
        from: "{{ outputs.download.uri }}"
        ```
        """)
public record ParquetToIon(@Property("The Parquet file, as a `kestra://` address.") URI from)
    implements Task<Converted> {

  @Override
  public Converted run(TaskContext context) throws TaskFailure, IOException, InterruptedException {
    Conversion conversion = new Conversion(context);
    Path copy = conversion.local(from, ".parquet");
    try (NewFile file = context.files().create("rows.ion")) {
      long rows;
      try (RowReader reader = ParquetRowReader.open(copy);
          RowWriter writer = IonRowWriter.text(file.content())) {
        rows = Conversion.copy(reader, writer);
      }
      conversion.count(rows);
      return new Converted(file.keep(), rows);
    } finally {
      Files.deleteIfExists(copy);
    }
  }
}
