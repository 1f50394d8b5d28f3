package dev.legato.plugins.serdes.avro;

import dev.legato.data.OnBadRow;
import dev.legato.data.avro.AvroRowWriter;
import dev.legato.data.avro.AvroWriteOptions;
import dev.legato.data.ion.IonRowReader;
import dev.legato.plugin.Property;
import dev.legato.plugin.Task;
import dev.legato.plugin.TaskContext;
import dev.legato.plugin.TaskFailure;
import dev.legato.plugin.TaskType;
import dev.legato.plugins.serdes.conversion.Conversion;
import dev.legato.plugins.serdes.conversion.Converted;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;

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
        OnBadRow onBadLines)
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
    return conversion.convert(
        from, IonRowReader::open, "rows.avro", out -> AvroRowWriter.open(out, known, values));
  }
}
