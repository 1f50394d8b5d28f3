package dev.legato.plugins.serdes.csv;

import dev.legato.data.csv.CsvRowWriter;
import dev.legato.data.csv.CsvWriteOptions;
import dev.legato.data.csv.CsvWriteOptions.Quotes;
import dev.legato.data.ion.IonRowReader;
import dev.legato.data.text.TextRules;
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
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes CSV. */
@TaskType(
    value = "io.kestra.plugin.serdes.csv.IonToCsv",
    aliases = "io.kestra.plugin.serdes.csv.CsvWriter",
    title = "Converts rows in Ion to a CSV file.",
    description =
        """
        The values of each row are written in their own order; the keys of the first row make the \
        header. Null is an empty field.

        ```yaml
        id: csv
        type: io.kestra.plugin.serdes.csv.IonToCsv
        from: "{{ outputs.query.uri }}"
        timeZoneId: Europe/Paris
        ```
        """)
public record IonToCsv(
    @Property("A file of rows in Ion, as a `kestra://` address.") URI from,
    @Property(value = "Whether the first line has the names of the columns.", defaultValue = "true")
        boolean header,
    @Property(value = "The character between fields; `\\t` is a tab.", defaultValue = ",")
        String fieldSeparator,
    @Property(value = "The character round fields that hold special ones.", defaultValue = "\"")
        String textDelimiter,
    @Property(value = "What ends a line: `\\n`, `\\r\\n` or `\\r`.", defaultValue = "\\n")
        Object lineDelimiter,
    @Property(
            value = "Whether all fields are put between quotes; 'quoteMode' goes first.",
            defaultValue = "false")
        boolean alwaysDelimitText,
    @Property(
            "Which fields are put between quotes: `ALWAYS` all, `REQUIRED` those that need it,"
                + " `NON_NUMERIC` all but numbers.")
        @Nullable Quotes quoteMode,
    @Property(value = "Of the CSV file.", defaultValue = "UTF-8") String charset,
    @Property(value = "How dates are written.", defaultValue = TextRules.DATE) String dateFormat,
    @Property(value = "How times of day are written.", defaultValue = TextRules.TIME)
        String timeFormat,
    @Property(value = "How dates with times are written.", defaultValue = TextRules.DATE_TIME)
        String dateTimeFormat,
    @Property("The zone for dates with times that have an offset; that of the machine by default.")
        @Nullable String timeZoneId)
    implements Task<Converted> {

  @Override
  public Converted run(TaskContext context) throws TaskFailure, IOException, InterruptedException {
    Quotes always = alwaysDelimitText ? Quotes.ALWAYS : Quotes.REQUIRED;
    CsvWriteOptions options =
        new CsvWriteOptions(
            header,
            Texts.character("fieldSeparator", fieldSeparator),
            Texts.character("textDelimiter", textDelimiter),
            lineEnd(),
            quoteMode == null ? always : quoteMode,
            Texts.charset(charset),
            Texts.rules(dateFormat, timeFormat, dateTimeFormat, timeZoneId));
    return new Conversion(context)
        .convert(from, IonRowReader::open, "rows.csv", out -> CsvRowWriter.open(out, options));
  }

  /** A text, or, as it once was, a list of characters. */
  private String lineEnd() throws TaskFailure {
    String written =
        lineDelimiter instanceof List<?> characters
            ? characters.stream().map(String::valueOf).collect(Collectors.joining())
            : String.valueOf(lineDelimiter);
    String meant = written.replace("\\n", "\n").replace("\\r", "\r");
    if (!List.of("\n", "\r\n", "\r").contains(meant)) {
      throw new TaskFailure(
          "'lineDelimiter' must be \\n, \\r\\n or \\r, but is '%s'.".formatted(written));
    }
    return meant;
  }
}
