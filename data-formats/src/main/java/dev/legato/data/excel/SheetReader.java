package dev.legato.data.excel;

import dev.legato.data.RowBudget;
import dev.legato.data.RowException;
import dev.legato.data.RowInput;
import dev.legato.data.RowLimits;
import dev.legato.data.RowReader;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** Reads a sheet; rows that the file leaves out between others are empty ones. */
final class SheetReader implements RowReader {
  private static final int MOST_ROWS = 1_048_576;

  private final String sheet;
  private final ExcelReadOptions options;
  private final RowBudget budget = new RowBudget(RowLimits.DEFAULTS);
  private final RowInput in;
  private final XMLStreamReader reader;
  private final CellReader cells;
  private @Nullable List<String> header;
  private @Nullable List<@Nullable Object> pending;
  private int missing;
  private int lastNumber;
  private @Nullable Object row;

  private SheetReader(
      InputStream source, String sheet, Workbook.SheetContext context, ExcelReadOptions options)
      throws IOException, XMLStreamException {
    this.sheet = sheet;
    this.options = options;
    this.in = new RowInput(source, budget);
    this.reader = Parts.reader(in);
    this.cells = new CellReader(reader, context, options, budget);
    for (int i = 0; i < options.skipRows(); i++) {
      nextValues();
    }
    List<@Nullable Object> names = options.header() ? nextValues() : null;
    this.header = names == null ? null : names(names);
  }

  static SheetReader open(
      InputStream in, String sheet, Workbook.SheetContext context, ExcelReadOptions options)
      throws IOException {
    try {
      return new SheetReader(in, sheet, context, options);
    } catch (XMLStreamException e) {
      in.close();
      throw Parts.damaged(sheet, e);
    } catch (IOException | RuntimeException e) {
      in.close();
      throw e;
    }
  }

  private static List<String> names(List<@Nullable Object> values) {
    List<String> names = new ArrayList<>();
    for (int i = 0; i < values.size(); i++) {
      Object value = values.get(i);
      names.add(value == null || value.equals("") ? "Column" + i : CellReader.text(value));
    }
    return names;
  }

  @Override
  public boolean next() throws IOException {
    while (true) {
      List<@Nullable Object> values;
      try {
        values = nextValues();
      } catch (XMLStreamException e) {
        if (e.getNestedException() instanceof IOException cause) {
          throw cause;
        }
        throw budget.fail(e, "of sheet '%s' is damaged.".formatted(sheet));
      } catch (RuntimeException e) { // the parser's checks end in all kinds of them
        throw budget.fail(e, "of sheet '%s' is damaged.".formatted(sheet));
      }
      if (values == null) {
        row = null;
        return false;
      }
      boolean empty = values.stream().allMatch(value -> value == null || value.equals(""));
      if (!empty || !options.skipEmptyRows()) {
        row = header == null ? values : byName(header, values);
        return true;
      }
    }
  }

  private static Map<String, @Nullable Object> byName(
      List<String> names, List<@Nullable Object> values) {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    for (int i = 0; i < Math.max(names.size(), values.size()); i++) {
      String name = i < names.size() ? names.get(i) : "Column" + i;
      fields.put(name, i < values.size() ? values.get(i) : null);
    }
    return fields;
  }

  /** The next row as it is in the sheet; null behind the last. */
  private @Nullable List<@Nullable Object> nextValues() throws IOException, XMLStreamException {
    if (missing > 0) {
      missing--;
      return List.of();
    }
    if (pending != null) {
      List<@Nullable Object> values = pending;
      pending = null;
      return values;
    }
    in.startRow();
    while (reader.hasNext()) {
      if (reader.next() == XMLStreamConstants.START_ELEMENT
          && reader.getLocalName().equals("row")) {
        int number = number(reader.getAttributeValue(null, "r"));
        List<@Nullable Object> values = cells.row();
        missing = number - lastNumber - 1;
        lastNumber = number;
        if (missing > 0) {
          pending = values;
          return nextValues();
        }
        return values;
      }
    }
    return null;
  }

  private int number(@Nullable String written) throws RowException {
    if (written == null) {
      return lastNumber + 1;
    }
    boolean digits = written.matches("[0-9]{1,7}");
    int number = digits ? Integer.parseInt(written) : -1;
    if (number <= lastNumber || number > MOST_ROWS) {
      throw budget.fail("of sheet '%s' has no proper number.".formatted(sheet));
    }
    return number;
  }

  @Override
  public @Nullable Object row() {
    return row;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
