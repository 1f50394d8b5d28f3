package dev.legato.plugins.serdes.parquet;

import dev.legato.data.avro.AvroWriteOptions;
import dev.legato.data.ion.IonRowReader;
import dev.legato.data.parquet.ParquetRowWriter;
import dev.legato.data.parquet.ParquetWriteOptions;
import dev.legato.data.parquet.ParquetWriteOptions.Codec;
import dev.legato.data.parquet.ParquetWriteOptions.Version;
import dev.legato.plugin.Inline;
import dev.legato.plugin.Property;
import dev.legato.plugin.Task;
import dev.legato.plugin.TaskContext;
import dev.legato.plugin.TaskFailure;
import dev.legato.plugin.TaskType;
import dev.legato.plugins.serdes.avro.Coercion;
import dev.legato.plugins.serdes.conversion.Conversion;
import dev.legato.plugins.serdes.conversion.Converted;
import java.io.IOException;
import java.net.URI;
import org.apache.avro.Schema;

/** Writes Parquet. */
@TaskType(
    value = "io.kestra.plugin.serdes.parquet.IonToParquet",
    aliases = "io.kestra.plugin.serdes.parquet.ParquetWriter",
    title = "Converts rows in Ion to a Parquet file.",
    description =
        """
        Values are made to fit the schema: texts that look like a number, a date or the like \
        become one.

        ```yaml
        id: parquet
        type: io.kestra.plugin.serdes.parquet.IonToParquet
        from: "{{ outputs.query.uri }}"
        compressionCodec: ZSTD
        ```
        """)
public record IonToParquet(
    @Property("A file of rows in Ion, as a `kestra://` address.") URI from,
    @Inline Coercion coercion,
    @Property(value = "How pages are packed.", defaultValue = "GZIP") Codec compressionCodec,
    @Property(value = "The form of pages.", defaultValue = "V2", aliases = "version")
        Version parquetVersion,
    @Property(value = "The bytes of a group of rows.", defaultValue = "134217728")
        long rowGroupSize,
    @Property(value = "The bytes of a page.", defaultValue = "1048576") int pageSize,
    @Property(value = "The bytes of a page of a dictionary.", defaultValue = "1048576")
        int dictionaryPageSize)
    implements Task<Converted> {

  @Override
  public Converted run(TaskContext context) throws TaskFailure, IOException, InterruptedException {
    Conversion conversion = new Conversion(context);
    AvroWriteOptions values = coercion.options(conversion);
    Schema known = coercion.schema(from, context, values);
    ParquetWriteOptions options =
        new ParquetWriteOptions(
            compressionCodec, parquetVersion, rowGroupSize, pageSize, dictionaryPageSize);
    return conversion.convert(
        from,
        IonRowReader::open,
        "rows.parquet",
        out -> ParquetRowWriter.open(out, known, values, options));
  }
}
