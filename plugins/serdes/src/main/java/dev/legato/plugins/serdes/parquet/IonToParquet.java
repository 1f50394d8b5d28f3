package dev.legato.plugins.serdes.parquet;

import dev.legato.data.OnBadRow;
import dev.legato.data.avro.AvroWriteOptions;
import dev.legato.data.ion.IonRowReader;
import dev.legato.data.parquet.ParquetRowWriter;
import dev.legato.data.parquet.ParquetWriteOptions;
import dev.legato.data.parquet.ParquetWriteOptions.Codec;
import dev.legato.data.parquet.ParquetWriteOptions.Version;
import dev.legato.plugin.Property;
import dev.legato.plugin.Task;
import dev.legato.plugin.TaskContext;
import dev.legato.plugin.TaskFailure;
import dev.legato.plugin.TaskType;
import dev.legato.plugins.serdes.avro.Coercion;
import dev.legato.plugins.serdes.avro.SchemaRules;
import dev.legato.plugins.serdes.conversion.Conversion;
import dev.legato.plugins.serdes.conversion.Converted;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;

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
    @Property("An Avro schema, as JSON; inferred from the rows by default.")
        @Nullable String schema,
    @Property(value = "How many rows the inference looks at.", defaultValue = "100")
        int numberOfRowsToScan,
    @Property("Texts that are true; t, true, enabled, 1, on and yes by default.")
        @Nullable List<String> trueValues,
    @Property("Texts that are false; f, false, disabled, 0, off, no and nothing by default.")
        @Nullable List<String> falseValues,
    @Property("Texts that are null; nothing, NA, n/a, nan, null and others by default.")
        @Nullable List<String> nullValues,
    @Property(value = "How texts that are dates look.", defaultValue = AvroWriteOptions.DATE)
        String dateFormat,
    @Property(value = "How texts that are times of day look.", defaultValue = AvroWriteOptions.TIME)
        String timeFormat,
    @Property(
            value = "How texts that are dates with times look.",
            defaultValue = AvroWriteOptions.DATE_TIME)
        String datetimeFormat,
    @Property(value = "In texts that are numbers.", defaultValue = ".") String decimalSeparator,
    @Property(
            value = "Whether a row with more fields than the schema is an error.",
            defaultValue = "false")
        boolean strictSchema,
    @Property(
            value =
                "Whether the inference looks at all rows, and takes the texts above for truth and"
                    + " null.",
            defaultValue = "false")
        boolean inferAllFields,
    @Property("The zone for dates with times that have none; that of the machine by default.")
        @Nullable String timeZoneId,
    @Property(
            value =
                "What happens with a value that does not fit: `ERROR` fails, `WARN` puts null in"
                    + " its place and logs it, `SKIP` puts null in its place.",
            defaultValue = "ERROR")
        OnBadRow onBadLines,
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
    Coercion coercion =
        new Coercion(
            trueValues,
            falseValues,
            nullValues,
            dateFormat,
            timeFormat,
            datetimeFormat,
            decimalSeparator,
            strictSchema,
            timeZoneId);
    AvroWriteOptions values = coercion.options(conversion.badRows(onBadLines));
    SchemaRules rules = new SchemaRules(schema, numberOfRowsToScan, inferAllFields);
    Schema known = rules.of(from, context, values);
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
