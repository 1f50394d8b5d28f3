package dev.legato.plugins.serdes.excel;

import dev.legato.data.RowReader;
import dev.legato.data.RowWriter;
import dev.legato.data.excel.WorkbookWriter;
import dev.legato.data.ion.IonRowReader;
import dev.legato.data.text.TextRules;
import dev.legato.plugin.NewFile;
import dev.legato.plugin.Property;
import dev.legato.plugin.Task;
import dev.legato.plugin.TaskContext;
import dev.legato.plugin.TaskFailure;
import dev.legato.plugin.TaskType;
import dev.legato.plugins.serdes.conversion.Conversion;
import dev.legato.plugins.serdes.conversion.Converted;
import dev.legato.plugins.serdes.conversion.Sources;
import dev.legato.plugins.serdes.conversion.Texts;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes Excel workbooks. */
@TaskType(
    value = "io.kestra.plugin.serdes.excel.IonToExcel",
    title = "Converts rows in Ion to an Excel workbook.",
    description =
        """
        Texts that begin with `Formula:` become formulas.

        ```yaml
        id: workbook
        type: io.kestra.plugin.serdes.excel.IonToExcel
        from:
          Orders: "{{ outputs.orders.uri }}"
          Customers: "{{ outputs.customers.uri }}"
        ```
        """)
public record IonToExcel(
    @Property(
            "A file of rows in Ion, as a `kestra://` address; or such files by the titles of their"
                + " sheets, also as JSON.")
        Object from,
    @Property(value = "Without effect: workbooks have one charset.", defaultValue = "UTF-8")
        String charset,
    @Property(value = "The title of the sheet when there is only one.", defaultValue = "Sheet")
        String sheetsTitle,
    @Property(value = "Whether the first row of a sheet names the columns.", defaultValue = "true")
        boolean header,
    @Property(value = "Whether dates are shown as such.", defaultValue = "true") boolean styles,
    @Property(value = "How dates are shown.", defaultValue = TextRules.DATE) String dateFormat,
    @Property(value = "How times of day are written.", defaultValue = TextRules.TIME)
        String timeFormat,
    @Property(value = "How dates with times are shown.", defaultValue = TextRules.DATE_TIME)
        String dateTimeFormat,
    @Property("The zone for dates with times; that of the machine by default.")
        @Nullable String timeZoneId)
    implements Task<Converted> {

  @Override
  public Converted run(TaskContext context) throws TaskFailure, IOException, InterruptedException {
    TextRules rules = Texts.rules(dateFormat, timeFormat, dateTimeFormat, timeZoneId);
    var options = new WorkbookWriter.Options(rules, header, styles, dateFormat, dateTimeFormat);
    long rows = 0;
    try (NewFile file = context.files().create("workbook.xlsx")) {
      try (WorkbookWriter workbook = WorkbookWriter.open(file.content(), options)) {
        for (Map.Entry<String, URI> sheet : Sources.byName(from, sheetsTitle).entrySet()) {
          try (RowReader reader = IonRowReader.open(context.files().read(sheet.getValue()));
              RowWriter writer = workbook.sheet(sheet.getKey())) {
            rows += Conversion.copy(reader, writer);
          }
        }
      }
      new Conversion(context).count(rows);
      return new Converted(file.keep(), rows);
    }
  }
}
