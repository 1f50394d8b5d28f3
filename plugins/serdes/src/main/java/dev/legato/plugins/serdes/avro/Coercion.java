package dev.legato.plugins.serdes.avro;

import dev.legato.data.BadRows;
import dev.legato.data.avro.AvroWriteOptions;
import dev.legato.plugin.TaskFailure;
import dev.legato.plugins.serdes.conversion.Texts;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What properties say about making values fit a schema.
 *
 * @param trueValues the usual words when absent, and so on
 */
public record Coercion(
    @Nullable List<String> trueValues,
    @Nullable List<String> falseValues,
    @Nullable List<String> nullValues,
    String dateFormat,
    String timeFormat,
    String datetimeFormat,
    String decimalSeparator,
    boolean strictSchema,
    @Nullable String timeZoneId) {

  /** The options for writers. */
  public AvroWriteOptions options(BadRows badCells) throws TaskFailure {
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
        badCells);
  }

  private static DateTimeFormatter format(String property, String pattern) throws TaskFailure {
    try {
      return DateTimeFormatter.ofPattern(pattern);
    } catch (IllegalArgumentException e) {
      throw new TaskFailure("'%s' is malformed: %s".formatted(property, e.getMessage()), e);
    }
  }
}
