package dev.legato.plugins.serdes.csv;

import dev.legato.data.OnBadRow;
import dev.legato.data.csv.CsvReadOptions;
import dev.legato.data.csv.CsvReadOptions.EmptyHeader;
import dev.legato.data.csv.CsvRowReader;
import dev.legato.data.ion.IonRowWriter;
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
import org.jspecify.annotations.Nullable;

/** Reads CSV. */
@TaskType(
    value = "io.kestra.plugin.serdes.csv.CsvToIon",
    aliases = "io.kestra.plugin.serdes.csv.CsvReader",
    title = "Converts a CSV file to rows in Ion.",
    description =
        """
        All values stay texts; `\\N` is null. With a header, a row is a map by the names of the \
        columns; without, a list.

        ```yaml
        id: rows
        type: io.kestra.plugin.serdes.csv.CsvToIon
        from: "{{ outputs.download.uri }}"
        fieldSeparator: ";"
        onBadLines: WARN
        ```
        """)
public record CsvToIon(
    @Property("The CSV file, as a `kestra://` address.") URI from,
    @Property(value = "Whether the first line names the columns.", defaultValue = "true")
        boolean header,
    @Property(value = "The character between fields; `\\t` is a tab.", defaultValue = ",")
        String fieldSeparator,
    @Property(value = "The character round fields that hold special ones.", defaultValue = "\"")
        String textDelimiter,
    @Property(
            value = "Whether blank lines are left out; else one is a row with one empty field.",
            defaultValue = "false")
        boolean skipEmptyRows,
    @Property("Without effect; 'onBadLines' says what happens with rows of another length.")
        @Nullable Boolean errorOnDifferentFieldCount,
    @Property(
            value =
                "What happens with a row that does not fit: `ERROR` fails, `WARN` leaves it out and"
                    + " logs it, `SKIP` leaves it out.",
            defaultValue = "ERROR")
        OnBadRow onBadLines,
    @Property(
            value =
                "What happens with columns without a name: `DROP` leaves out those at the end,"
                    + " `RENAME` calls them `col_<index>`.",
            defaultValue = "DROP")
        EmptyHeader onEmptyHeader,
    @Property(value = "How many rows behind the header to leave out.", defaultValue = "0")
        int skipRows,
    @Property(value = "Of the CSV file.", defaultValue = "UTF-8") String charset,
    @Property(value = "The longest row, in characters.", defaultValue = "16777216")
        int maxBufferSize,
    @Property(value = "Whether more of a field may follow a closing quote.", defaultValue = "false")
        boolean allowExtraCharsAfterClosingQuote,
    @Property(value = "The longest field, in characters.", defaultValue = "16777216")
        int maxFieldSize)
    implements Task<Converted> {

  @Override
  public Converted run(TaskContext context) throws TaskFailure, IOException, InterruptedException {
    Conversion conversion = new Conversion(context);
    CsvReadOptions options =
        new CsvReadOptions(
            header,
            Texts.character("fieldSeparator", fieldSeparator),
            Texts.character("textDelimiter", textDelimiter),
            skipEmptyRows,
            skipRows,
            onEmptyHeader,
            allowExtraCharsAfterClosingQuote,
            maxFieldSize,
            maxBufferSize,
            Texts.charset(charset),
            conversion.badRows(onBadLines));
    return conversion.convert(
        from, in -> CsvRowReader.open(in, options), "rows.ion", IonRowWriter::text);
  }
}
