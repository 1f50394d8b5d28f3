package dev.legato.plugins.serdes.avro;

import dev.legato.data.OnBadRow;
import dev.legato.data.avro.AvroRowReader;
import dev.legato.data.ion.IonRowWriter;
import dev.legato.plugin.Property;
import dev.legato.plugin.Task;
import dev.legato.plugin.TaskContext;
import dev.legato.plugin.TaskFailure;
import dev.legato.plugin.TaskType;
import dev.legato.plugins.serdes.conversion.Conversion;
import dev.legato.plugins.serdes.conversion.Converted;
import java.io.IOException;
import java.net.URI;

/** Reads Avro. */
@TaskType(
    value = "io.kestra.plugin.serdes.avro.AvroToIon",
    aliases = "io.kestra.plugin.serdes.avro.AvroReader",
    title = "Converts an Avro file to rows in Ion.",
    description =
        """
        ```yaml
        id: rows
        type: io.kestra.plugin.serdes.avro.AvroToIon
        from: "{{ outputs.download.uri }}"
        ```
        """)
public record AvroToIon(
    @Property("The Avro file, as a `kestra://` address.") URI from,
    @Property(
            value =
                "What happens with a row that cannot be read: `ERROR` fails, `WARN` leaves out the"
                    + " rest of its block and logs it, `SKIP` leaves it out.",
            defaultValue = "ERROR")
        OnBadRow onBadLines)
    implements Task<Converted> {

  @Override
  public Converted run(TaskContext context) throws TaskFailure, IOException, InterruptedException {
    Conversion conversion = new Conversion(context);
    return conversion.convert(
        from,
        in -> AvroRowReader.open(in, conversion.badRows(onBadLines)),
        "rows.ion",
        IonRowWriter::text);
  }
}
