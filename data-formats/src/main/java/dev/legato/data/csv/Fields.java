package dev.legato.data.csv;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import de.siegmar.fastcsv.reader.CsvParseException;
import java.util.Arrays;

/** Collects the fields of a record. */
final class Fields extends AbstractBaseCsvCallbackHandler<String[]> {
  private static final int MOST_COLUMNS = 16_384;

  private final CsvReadOptions options;
  private String[] fields = new String[16];
  private int count;
  private int characters;

  Fields(CsvReadOptions options) {
    this.options = options;
  }

  @Override
  protected void handleBegin(long startingLineNumber) {
    count = 0;
    characters = 0;
  }

  @Override
  protected void handleField(int index, char[] buffer, int offset, int length, boolean quoted) {
    characters += length;
    if (length > options.longestField() || characters > options.longestRow()) {
      throw new CsvParseException(
          "Field %d is longer than %,d characters.".formatted(count + 1, options.longestField()));
    }
    if (count == MOST_COLUMNS) {
      throw new CsvParseException("There are more than %,d columns.".formatted(MOST_COLUMNS));
    }
    if (count == fields.length) {
      fields = Arrays.copyOf(fields, 2 * count);
    }
    fields[count++] = new String(buffer, offset, length);
  }

  @Override
  protected void handleEmpty() {
    count = 1;
    fields[0] = "";
  }

  @Override
  protected String[] buildRecord() {
    return Arrays.copyOf(fields, count);
  }
}
