package dev.legato.data.avro;

import dev.legato.data.BadRows;
import dev.legato.data.RowBudget;
import dev.legato.data.RowException;
import dev.legato.data.RowLimits;
import dev.legato.data.RowReader;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.time.DateTimeException;
import java.util.Map;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;

/** Reads an Avro container file. Dates, times, decimals and UUIDs are values of their own types. */
public final class AvroRowReader implements RowReader {
  private final Container container;
  private final RowBudget budget;
  private final BlockDecoder decoder;
  private final BadRows badRows;
  private final boolean lists;
  private long leftInBlock;
  private @Nullable Object row;

  private AvroRowReader(InputStream in, BadRows badRows, RowLimits limits) throws IOException {
    this.budget = new RowBudget(limits);
    this.container = Container.open(new BufferedInputStream(in), limits);
    this.decoder = new BlockDecoder(budget);
    this.badRows = badRows;
    Schema schema = container.schema();
    this.lists = schema.getType() == Schema.Type.RECORD && RecordConversion.isOfLists(schema);
  }

  /** Reads a stream, which is closed with the reader. */
  public static AvroRowReader open(InputStream in, BadRows badRows) throws IOException {
    return new AvroRowReader(in, badRows, RowLimits.DEFAULTS);
  }

  @Override
  public boolean next() throws IOException {
    while (true) {
      if (leftInBlock == 0 && !nextBlock()) {
        row = null;
        return false;
      }
      leftInBlock--;
      budget.startRow();
      try {
        Object read = decoder.read(container.schema(), 0);
        row = lists && read instanceof Map<?, ?> record ? record.values().iterator().next() : read;
        return true;
      } catch (DateTimeException | ArithmeticException e) {
        leftInBlock = 0; // where the next row begins is not known
        badRows.accept(budget.fail(e, "has a date or a time that is none."));
      } catch (RowException e) {
        leftInBlock = 0;
        badRows.accept(e);
      }
    }
  }

  private boolean nextBlock() throws IOException {
    try {
      byte[] block = container.nextBlock();
      while (block != null) {
        decoder.start(block);
        leftInBlock = container.rowsInBlock();
        if (leftInBlock > 0) {
          return true;
        }
        block = container.nextBlock();
      }
      return false;
    } catch (EOFException e) {
      throw RowException.at(budget.row() + 1, "is cut off: the file ends too early.", e);
    }
  }

  @Override
  public @Nullable Object row() {
    return row;
  }

  @Override
  public void close() throws IOException {
    container.close();
  }
}
