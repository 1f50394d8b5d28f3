package dev.legato.plugins.serdes.excel;

import dev.legato.data.RowReader;
import dev.legato.data.RowWriter;
import dev.legato.data.excel.ExcelReadOptions;
import dev.legato.data.excel.ExcelReadOptions.DateTimes;
import dev.legato.data.excel.ExcelReadOptions.Values;
import dev.legato.data.excel.Workbook;
import dev.legato.data.ion.IonRowWriter;
import dev.legato.plugin.NewFile;
import dev.legato.plugin.Property;
import dev.legato.plugin.Task;
import dev.legato.plugin.TaskContext;
import dev.legato.plugin.TaskFailure;
import dev.legato.plugin.TaskType;
import dev.legato.plugins.serdes.conversion.Conversion;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads Excel workbooks. */
@TaskType(
    value = "io.kestra.plugin.serdes.excel.ExcelToIon",
    title = "Converts the sheets of an Excel workbook to rows in Ion.",
    description =
        """
        Each sheet becomes a file. Workbooks of the older form `.xls` have to be saved as `.xlsx` \
        first.

        ```yaml
        id: sheets
        type: io.kestra.plugin.serdes.excel.ExcelToIon
        from: "{{ outputs.download.uri }}"
        sheetsTitle: [Orders]
        skipRows: 2
        ```
        """)
public record ExcelToIon(
    @Property("The workbook, as a `kestra://` address.") URI from,
    @Property("The sheets to read; all by default.") @Nullable List<String> sheetsTitle,
    @Property(value = "Without effect: a workbook knows its charset.", defaultValue = "UTF-8")
        String charset,
    @Property(
            value =
                "What is read of a cell: `UNFORMATTED_VALUE` or `FORMULA` its value, that of a"
                    + " formula as it was calculated last; `FORMATTED_VALUE` the text that Excel"
                    + " shows.",
            defaultValue = "UNFORMATTED_VALUE")
        Values valueRender,
    @Property(
            value =
                "What is read of dates: `UNFORMATTED_VALUE` a text such as 2026-01-31,"
                    + " `SERIAL_NUMBER` the days since 1900, `FORMATTED_STRING` the text that Excel"
                    + " shows.",
            defaultValue = "UNFORMATTED_VALUE")
        DateTimes dateTimeRender,
    @Property(value = "Whether a row names the columns.", defaultValue = "true") boolean header,
    @Property(value = "Whether empty rows are left out.", defaultValue = "false")
        boolean skipEmptyRows,
    @Property(value = "How many rows to leave out first.", defaultValue = "0") int skipRows)
    implements Task<ExcelToIon.Result> {
  /** What was written. */
  public record Result(
      @Property("The files by the names of their sheets.") Map<String, URI> uris,
      @Property("How many rows they have together.") long size) {}

  @Override
  public Result run(TaskContext context) throws TaskFailure, IOException, InterruptedException {
    Conversion conversion = new Conversion(context);
    ExcelReadOptions options =
        new ExcelReadOptions(header, skipEmptyRows, skipRows, valueRender, dateTimeRender);
    Path copy = conversion.local(from, ".xlsx");
    Map<String, URI> uris = new LinkedHashMap<>();
    long rows = 0;
    try (Workbook workbook = Workbook.open(copy)) {
      for (String sheet : sheetsTitle == null ? workbook.sheets() : sheetsTitle) {
        try (NewFile file = context.files().create("sheet-%d.ion".formatted(uris.size() + 1))) {
          try (RowReader reader = workbook.read(sheet, options);
              RowWriter writer = IonRowWriter.text(file.content())) {
            rows += Conversion.copy(reader, writer);
          }
          uris.put(sheet, file.keep());
        }
      }
    } finally {
      Files.deleteIfExists(copy);
    }
    context.count("sheets", uris.size(), Map.of());
    conversion.count(rows);
    return new Result(uris, rows);
  }
}
