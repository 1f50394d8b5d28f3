package dev.legato.plugins.serdes.avro;

import dev.legato.data.avro.AvroRowWriter;
import dev.legato.data.avro.AvroWriteOptions;
import dev.legato.data.ion.IonRowReader;
import dev.legato.plugin.Inline;
import dev.legato.plugin.Property;
import dev.legato.plugin.Task;
import dev.legato.plugin.TaskContext;
import dev.legato.plugin.TaskFailure;
import dev.legato.plugin.TaskType;
import dev.legato.plugins.serdes.conversion.Conversion;
import dev.legato.plugins.serdes.conversion.Converted;
import java.io.IOException;
import java.net.URI;
import org.apache.avro.Schema;

/** Writes Avro. */
@TaskType(
    value = "io.kestra.plugin.serdes.avro.IonToAvro",
    aliases = "io.kestra.plugin.serdes.avro.AvroWriter",
    title = "Converts rows in Ion to an Avro file.",
    description =
        """
        Values are made to fit the schema: texts that look like a number, a date or the like \
        become one.

        ```yaml
        id: avro
        type: io.kestra.plugin.serdes.avro.IonToAvro
        from: "{{ outputs.query.uri }}"
        ```
        """)
public record IonToAvro(
    @Property("A file of rows in Ion, as a `kestra://` address.") URI from,
    @Inline Coercion coercion)
    implements Task<Converted> {

  @Override
  public Converted run(TaskContext context) throws TaskFailure, IOException, InterruptedException {
    Conversion conversion = new Conversion(context);
    AvroWriteOptions values = coercion.options(conversion);
    Schema known = coercion.schema(from, context, values);
    return conversion.convert(
        from, IonRowReader::open, "rows.avro", out -> AvroRowWriter.open(out, known, values));
  }
}
