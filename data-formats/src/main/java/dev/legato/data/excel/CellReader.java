package dev.legato.data.excel;

import dev.legato.data.RowBudget;
import dev.legato.data.RowException;
import dev.legato.data.excel.ExcelReadOptions.DateTimes;
import dev.legato.data.excel.ExcelReadOptions.Values;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** Reads the cells of a row. */
final class CellReader {
  private static final int MOST_COLUMNS = 16_384;

  private final XMLStreamReader reader;
  private final Workbook.SheetContext context;
  private final ExcelReadOptions options;
  private final RowBudget budget;

  CellReader(
      XMLStreamReader reader,
      Workbook.SheetContext context,
      ExcelReadOptions options,
      RowBudget budget) {
    this.reader = reader;
    this.context = context;
    this.options = options;
    this.budget = budget;
  }

  /** The cells of the row whose start was read. */
  List<@Nullable Object> row() throws XMLStreamException, RowException {
    List<@Nullable Object> values = new ArrayList<>();
    while (true) {
      int event = reader.next();
      if (event == XMLStreamConstants.END_ELEMENT && reader.getLocalName().equals("row")) {
        return values;
      }
      if (event == XMLStreamConstants.START_ELEMENT && reader.getLocalName().equals("c")) {
        int column = column(reader.getAttributeValue(null, "r"), values.size());
        while (values.size() < column) {
          values.add(null);
        }
        budget.value(0);
        values.add(cell());
      }
    }
  }

  /** The index of the column in an address such as {@code AB12}. */
  private int column(@Nullable String address, int next) throws RowException {
    if (address == null) {
      return next;
    }
    int column = 0;
    for (int i = 0; i < address.length() && i < 4; i++) {
      char c = address.charAt(i);
      if (c < 'A' || c > 'Z') {
        break;
      }
      column = 26 * column + (c - 'A' + 1);
    }
    if (column - 1 < next || column > MOST_COLUMNS) {
      throw budget.fail("has a cell with no proper address.");
    }
    return column - 1;
  }

  private @Nullable Object cell() throws XMLStreamException {
    String type = String.valueOf(reader.getAttributeValue(null, "t"));
    String style = reader.getAttributeValue(null, "s");
    String value = null;
    String inline = null;
    while (true) {
      int event = reader.next();
      if (event == XMLStreamConstants.START_ELEMENT) {
        switch (reader.getLocalName()) {
          case "v" -> value = reader.getElementText();
          case "is" -> inline = RichText.read(reader, "is");
          default -> {
            // formulas are not calculated here
          }
        }
      } else if (event == XMLStreamConstants.END_ELEMENT && reader.getLocalName().equals("c")) {
        return inline != null ? inline : value(type, style, value);
      }
    }
  }

  private @Nullable Object value(String type, @Nullable String style, @Nullable String value) {
    if (value == null) {
      return null;
    }
    return switch (type) {
      case "s" -> shared(value.strip());
      case "b" -> truth(value.strip().equals("1"));
      case "str", "inlineStr", "e", "d" -> value;
      default -> number(value.strip(), style);
    };
  }

  private Object truth(boolean truth) {
    return options.values() == Values.FORMATTED_VALUE ? (truth ? "TRUE" : "FALSE") : (Object) truth;
  }

  private @Nullable Object shared(String index) {
    int i = index.matches("[0-9]{1,9}") ? Integer.parseInt(index) : -1;
    return i >= 0 && i < context.texts().size() ? context.texts().get(i) : null;
  }

  private Object number(String text, @Nullable String style) {
    double number;
    try {
      number = Double.parseDouble(text);
    } catch (NumberFormatException _) {
      return text;
    }
    int index = style == null || !style.matches("[0-9]{1,9}") ? 0 : Integer.parseInt(style);
    String format = context.styles().format(index);
    if (!Double.isFinite(number)) {
      return number;
    }
    if (CellFormat.isDate(format)) {
      return date(number, format);
    }
    return options.values() == Values.FORMATTED_VALUE
        ? CellFormat.shown(number, format, context.since1904())
        : (Object) number;
  }

  private Object date(double days, String format) {
    LocalDateTime moment = CellFormat.moment(days, context.since1904());
    if (moment == null || options.dateTimes() == DateTimes.SERIAL_NUMBER) {
      return days;
    }
    boolean shown =
        options.dateTimes() == DateTimes.FORMATTED_STRING
            || options.values() == Values.FORMATTED_VALUE;
    return shown
        ? CellFormat.shown(days, format, context.since1904())
        : CellFormat.iso(moment, days);
  }

  /** A header's text; whole numbers without a fraction. */
  static String text(Object value) {
    return value instanceof Double number ? CellFormat.plain(number) : value.toString();
  }
}
