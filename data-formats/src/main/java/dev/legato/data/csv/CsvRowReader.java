package dev.legato.data.csv;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import dev.legato.data.OnBadRow;
import dev.legato.data.RowException;
import dev.legato.data.RowReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads CSV. Rows are maps by the names in the header, lists without one; values are texts, and
 * {@code \N} is null. A byte order mark is left out.
 */
public final class CsvRowReader implements RowReader {
  /** With less the library gives up on rows that are not long. */
  private static final int LEAST_BUFFER = 64 << 10;

  private final CsvReadOptions options;
  private final CsvReader<String[]> reader;
  private final Iterator<String[]> records;
  private final @Nullable Header header;
  private long rows;
  private boolean ended;
  private @Nullable Object row;

  private CsvRowReader(InputStream in, CsvReadOptions options) throws IOException {
    this.options = options;
    this.reader = parser(in, options);
    this.records = reader.iterator();
    String[] first = options.header() ? record() : null;
    this.header = first == null ? null : Header.of(first, options);
    for (int i = 0; i < options.skipRows() && record() != null; i++) {
      rows++;
    }
  }

  // the library will drop the lenient treatment of quotes, which flows ask for; until then it is
  // used
  @SuppressWarnings("removal")
  private static CsvReader<String[]> parser(InputStream in, CsvReadOptions options) {
    return CsvReader.builder()
        .fieldSeparator(options.separator())
        .quoteCharacter(options.quote())
        .skipEmptyLines(options.skipEmptyRows())
        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
        .allowExtraCharsAfterClosingQuote(options.extraAfterQuote())
        .detectBomHeader(true)
        .maxBufferSize(Math.max(options.longestRow(), LEAST_BUFFER))
        .build(new Fields(options), in, options.charset());
  }

  /**
   * Reads a stream, which is closed with the reader.
   *
   * @throws IllegalArgumentException when separator and quote do not go together
   */
  public static CsvRowReader open(InputStream in, CsvReadOptions options) throws IOException {
    try {
      return new CsvRowReader(in, options);
    } catch (IOException | RuntimeException e) {
      in.close();
      throw e;
    }
  }

  @Override
  public boolean next() throws IOException {
    for (String[] fields = record(); fields != null; fields = record()) {
      rows++;
      if (header == null) {
        row = list(fields);
        return true;
      }
      if (fields.length == header.width()) {
        row = map(fields, header);
        return true;
      }
      options.badRows().accept(RowException.at(rows, mismatch(fields, header), null));
    }
    row = null;
    return false;
  }

  private static String mismatch(String[] fields, Header header) {
    return "does not fit the header: Expected %d fields, got %d."
        .formatted(header.width(), fields.length);
  }

  /** The next record; null behind the last, or behind the last that can be read. */
  private String @Nullable [] record() throws IOException {
    if (ended) {
      return null;
    }
    try {
      if (records.hasNext()) {
        return records.next();
      }
      ended = true;
    } catch (CsvParseException e) {
      ended = true;
      unreadable(e);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    return null;
  }

  private void unreadable(CsvParseException e) throws RowException {
    Throwable cause = e.getCause() == null ? e : e.getCause();
    String why = String.valueOf(cause.getMessage());
    RowException complaint = RowException.at(rows + 1, "is no valid CSV: " + why, e);
    if (options.badRows().rule() == OnBadRow.WARN) {
      options.badRows().warnings().accept(complaint.getMessage() + " What follows is not read.");
    } else {
      options.badRows().accept(complaint);
    }
  }

  private static List<@Nullable String> list(String[] fields) {
    List<@Nullable String> values = new ArrayList<>(fields.length);
    for (String field : fields) {
      values.add(value(field));
    }
    return values;
  }

  private static Map<String, @Nullable String> map(String[] fields, Header header) {
    List<String> names = header.names();
    Map<String, @Nullable String> values = LinkedHashMap.newLinkedHashMap(names.size());
    for (int i = 0; i < names.size(); i++) {
      values.put(names.get(i), value(fields[i]));
    }
    return values;
  }

  private static @Nullable String value(String field) {
    return field.equals("\\N") ? null : field;
  }

  @Override
  public @Nullable Object row() {
    return row;
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }
}
