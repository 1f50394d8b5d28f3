package dev.legato.data.csv;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import de.siegmar.fastcsv.writer.QuoteStrategies;
import de.siegmar.fastcsv.writer.QuoteStrategy;
import dev.legato.data.RowException;
import dev.legato.data.RowWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes CSV. The values of a map are written in its own order, whatever its keys; rows that are
 * neither a map nor a list are left out.
 */
public final class CsvRowWriter implements RowWriter {
  private final CsvWriteOptions options;
  private final CsvWriter writer;
  private long rows;

  private CsvRowWriter(CsvWriter writer, CsvWriteOptions options) {
    this.options = options;
    this.writer = writer;
  }

  /**
   * Writes to a stream, which is closed with the writer.
   *
   * @throws IllegalArgumentException when separator, quote and line end do not go together
   */
  public static CsvRowWriter open(OutputStream out, CsvWriteOptions options) {
    var builder =
        CsvWriter.builder()
            .fieldSeparator(options.separator())
            .quoteCharacter(options.quote())
            .lineDelimiter(LineDelimiter.of(options.lineEnd()));
    switch (options.quotes()) {
      case ALWAYS -> builder.quoteStrategy(QuoteStrategies.ALWAYS);
      case NON_NUMERIC -> builder.quoteStrategy(new QuotedUnlessNumber());
      case REQUIRED -> {
        // what the library does by itself
      }
    }
    return new CsvRowWriter(builder.build(out, options.charset()), options);
  }

  @Override
  public void write(@Nullable Object row) throws IOException {
    rows++;
    try {
      switch (row) {
        case Map<?, ?> map -> {
          if (rows == 1 && options.header()) {
            values(map.keySet(), List.of());
          }
          values(map.values(), map.keySet());
        }
        case List<?> _ when options.header() ->
            throw RowException.at(
                rows, "is a list, which has no names for a header; give 'header: false'.", null);
        case List<?> list -> values(list, List.of());
        case null, default -> {
          // there is no sensible line for it
        }
      }
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private void values(Collection<?> values, Collection<?> names) throws IOException {
    var line = writer.writeRecord();
    int written = 0;
    for (Object value : values) {
      try {
        line.writeField(options.text().text(value));
      } catch (DateTimeException e) {
        throw unfit(List.copyOf(names), written, e);
      }
      written++;
    }
    line.endRecord();
  }

  private RowException unfit(List<?> names, int index, DateTimeException e) {
    Object name = names.isEmpty() ? index + 1 : names.get(index);
    return RowException.at(
        rows, String.valueOf(name), "does not fit the format for it: " + e.getMessage(), e);
  }

  @Override
  public void close() throws IOException {
    writer.close();
  }

  /** Quotes all but an optional sign, digits and at most one point. */
  private static final class QuotedUnlessNumber implements QuoteStrategy {
    @Override
    public boolean quoteNull(int lineNo, int fieldIdx) {
      return true;
    }

    @Override
    public boolean quoteEmpty(int lineNo, int fieldIdx) {
      return true;
    }

    @Override
    public boolean quoteValue(int lineNo, int fieldIdx, String value) {
      int points = 0;
      int digits = 0;
      for (int i = value.startsWith("-") || value.startsWith("+") ? 1 : 0;
          i < value.length();
          i++) {
        char c = value.charAt(i);
        points += c == '.' ? 1 : 0;
        digits += c >= '0' && c <= '9' ? 1 : 0;
        if ((c != '.' && (c < '0' || c > '9')) || points > 1) {
          return true;
        }
      }
      return digits == 0;
    }
  }
}
