package dev.legato.plugins.serdes.avro;

import dev.legato.data.OnBadRow;
import dev.legato.data.avro.AvroWriteOptions;
import dev.legato.plugin.Property;
import dev.legato.plugin.TaskContext;
import dev.legato.plugin.TaskFailure;
import dev.legato.plugins.serdes.conversion.Conversion;
import dev.legato.plugins.serdes.conversion.Texts;
import java.io.IOException;
import java.net.URI;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What tasks that write by an Avro schema can be told about it, and about values that do not fit.
 */
public record Coercion(
    @Property("An Avro schema, as JSON; inferred from the rows by default.")
        @Nullable AvroSchema schema,
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
        OnBadRow onBadLines) {

  /** The schema to write by: the one that was given, or what the rows suggest. */
  public Schema schema(URI rows, TaskContext context, AvroWriteOptions values)
      throws TaskFailure, IOException, InterruptedException {
    return new SchemaRules(schema, numberOfRowsToScan, inferAllFields).of(rows, context, values);
  }

  /** The options for writers. */
  public AvroWriteOptions options(Conversion conversion) throws TaskFailure {
    return new AvroWriteOptions(
        AvroWriteOptions.words(trueValues == null ? AvroWriteOptions.TRUE : trueValues),
        AvroWriteOptions.words(falseValues == null ? AvroWriteOptions.FALSE : falseValues),
        AvroWriteOptions.words(nullValues == null ? AvroWriteOptions.NULL : nullValues),
        format("dateFormat", dateFormat),
        format("timeFormat", timeFormat),
        format("datetimeFormat", datetimeFormat),
        Texts.character("decimalSeparator", decimalSeparator),
        strictSchema,
        Texts.zone(timeZoneId),
        conversion.badRows(onBadLines));
  }

  private static DateTimeFormatter format(String property, String pattern) throws TaskFailure {
    try {
      return DateTimeFormatter.ofPattern(pattern);
    } catch (IllegalArgumentException e) {
      throw new TaskFailure("'%s' is malformed: %s".formatted(property, e.getMessage()), e);
    }
  }
}
