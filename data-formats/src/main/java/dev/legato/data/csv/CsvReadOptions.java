package dev.legato.data.csv;

import dev.legato.data.BadRows;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * How CSV is read.
 *
 * @param header whether the first line names the columns
 * @param skipEmptyRows whether blank lines are left out; else one is a row of one empty text
 * @param skipRows rows to leave out behind the header
 * @param emptyHeader what becomes of columns without a name
 * @param extraAfterQuote whether a closing quote may be followed by more of the field
 * @param longestField in characters
 * @param longestRow in characters
 */
public record CsvReadOptions(
    boolean header,
    char separator,
    char quote,
    boolean skipEmptyRows,
    int skipRows,
    EmptyHeader emptyHeader,
    boolean extraAfterQuote,
    int longestField,
    int longestRow,
    Charset charset,
    BadRows badRows) {
  private static final int LONGEST = 16 << 20;

  public static final CsvReadOptions DEFAULTS =
      new CsvReadOptions(
          true,
          ',',
          '"',
          false,
          0,
          EmptyHeader.DROP,
          false,
          LONGEST,
          LONGEST,
          StandardCharsets.UTF_8,
          BadRows.FAIL);

  /** What becomes of columns without a name. */
  public enum EmptyHeader {
    /** Those at the end are left out. */
    DROP,
    /** They are named after their position. */
    RENAME
  }
}
