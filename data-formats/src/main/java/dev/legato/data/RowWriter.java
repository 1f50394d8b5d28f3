package dev.legato.data;

import java.io.Closeable;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Writes one row after the other. For one thread. Closing it ends the file, and closes it; a file
 * whose writer was not closed is not whole.
 */
public interface RowWriter extends Closeable {
  /**
   * Adds a row.
   *
   * @throws RowException when the format cannot hold such a row
   */
  void write(@Nullable Object row) throws IOException;
}
