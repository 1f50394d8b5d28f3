package dev.legato.data;

import java.io.Closeable;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Reads one row after the other. For one thread; closing it closes the file. */
public interface RowReader extends Closeable {
  /**
   * Goes to the next row.
   *
   * @return false behind the last one
   * @throws RowException when the file is malformed there; nothing can be read afterwards
   */
  boolean next() throws IOException;

  /** The row that {@link #next} went to; the caller's to keep. */
  @Nullable Object row();
}
