package dev.legato.data.ion;

import dev.legato.data.RowBudget;
import dev.legato.data.RowLimits;
import dev.legato.data.RowReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Reads Ion, text or binary; each value at the top is a row. JSON lines are Ion, too.
 *
 * <p>Text as tasks write it, a plain value on a line, is read by {@link IonLine}, several times as
 * fast as the general reader can. From the first line that is anything else, the general reader
 * takes over.
 */
public final class IonRowReader implements RowReader {
  private static final byte BINARY_MARK = (byte) 0xE0;
  private static final byte GZIP_MARK = 0x1F;

  private final RowBudget budget;
  private final LineBuffer lines;
  private final IonLine line;
  private @Nullable IonCursor general;
  private @Nullable Object row;

  private IonRowReader(InputStream in, RowLimits limits) {
    this.budget = new RowBudget(limits);
    this.lines = new LineBuffer(in, limits.rowBytes());
    this.line = new IonLine(budget);
  }

  /** Reads a stream, which is closed with the reader. */
  public static IonRowReader open(InputStream in) throws IOException {
    return open(in, RowLimits.DEFAULTS);
  }

  /** Reads a stream, which is closed with the reader. */
  public static IonRowReader open(InputStream in, RowLimits limits) throws IOException {
    return new IonRowReader(in, limits);
  }

  @Override
  public boolean next() throws IOException {
    if (general != null) {
      return nextOf(general);
    }
    while (lines.next()) {
      if (lines.isBlank()) {
        continue;
      }
      budget.startRow();
      if (lines.first() == GZIP_MARK) { // the library would unpack it, whatever its size
        throw budget.fail("is compressed; unpack the file first.");
      }
      if (lines.first() == BINARY_MARK || !line.parse(lines.bytes(), lines.start(), lines.end())) {
        return nextOf(takeOver());
      }
      row = line.value();
      return true;
    }
    return false;
  }

  private IonCursor takeOver() {
    InputStream rest =
        new SequenceInputStream(new ByteArrayInputStream(lines.unread()), lines.source());
    IonCursor cursor = new IonCursor(rest, budget);
    general = cursor;
    return cursor;
  }

  private boolean nextOf(IonCursor cursor) throws IOException {
    boolean found = cursor.next();
    row = found ? cursor.row() : null;
    return found;
  }

  @Override
  public @Nullable Object row() {
    return row;
  }

  @Override
  public void close() throws IOException {
    if (general != null) {
      general.close();
    }
    lines.source().close();
  }
}
