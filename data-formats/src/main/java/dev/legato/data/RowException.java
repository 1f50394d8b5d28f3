package dev.legato.data;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A row, or the file itself, is not what its format asks for. The message is for people. */
public final class RowException extends IOException {
  private static final long serialVersionUID = 1L;

  private RowException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }

  /** Something is wrong with the file as a whole. */
  public static RowException of(String message, @Nullable Throwable cause) {
    return new RowException(message, cause);
  }

  /**
   * Something is wrong with a row.
   *
   * @param row counted from 1, without a header
   * @param what the rest of the sentence: {@code has …}, {@code is …}
   */
  public static RowException at(long row, String what, @Nullable Throwable cause) {
    return new RowException("Row %d %s".formatted(row, what), cause);
  }

  /**
   * Something is wrong with a value.
   *
   * @param row counted from 1, without a header
   * @param column its name
   * @param what the rest of the sentence: {@code has …}, {@code is …}
   */
  public static RowException at(long row, String column, String what, @Nullable Throwable cause) {
    return new RowException("Column '%s' of row %d %s".formatted(column, row, what), cause);
  }
}
