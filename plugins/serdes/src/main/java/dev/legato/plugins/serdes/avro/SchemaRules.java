package dev.legato.plugins.serdes.avro;

import dev.legato.data.RowReader;
import dev.legato.data.avro.AvroWriteOptions;
import dev.legato.data.avro.SchemaInference;
import dev.legato.data.ion.IonRowReader;
import dev.legato.plugin.TaskContext;
import dev.legato.plugin.TaskFailure;
import dev.legato.plugins.serdes.conversion.Conversion;
import java.io.IOException;
import java.net.URI;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Which schema rows get.
 *
 * @param schema absent to infer it
 * @param rowsToScan how many rows the inference looks at
 * @param inferAllFields whether it looks at all rows, and takes words for truth and null
 */
public record SchemaRules(@Nullable AvroSchema schema, int rowsToScan, boolean inferAllFields) {

  /** The schema for a file of rows. */
  public Schema of(URI from, TaskContext context, AvroWriteOptions values)
      throws TaskFailure, IOException, InterruptedException {
    if (schema != null) {
      return schema.schema();
    }
    SchemaInference inference =
        inferAllFields ? SchemaInference.ofWords(values) : SchemaInference.ofTypes();
    long rows = 0;
    try (RowReader reader = IonRowReader.open(context.files().read(from))) {
      while ((inferAllFields || rows < rowsToScan) && reader.next()) {
        if (reader.row() != null) {
          inference.add(reader.row());
        }
        Conversion.look(++rows);
      }
    }
    return inference.schema();
  }
}
