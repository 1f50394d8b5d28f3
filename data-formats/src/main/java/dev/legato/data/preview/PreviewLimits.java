package dev.legato.data.preview;

/**
 * How much is shown.
 *
 * @param rows of a table
 * @param characters of a text, and of all rows together
 * @param fileBytes of files that are looked at as a whole: pictures, PDF, workbooks and Parquet
 */
public record PreviewLimits(int rows, int characters, long fileBytes) {
  private static final int MOST_CHARACTERS = 2 << 20;
  private static final long MOST_BYTES = 64 << 20;

  /** The usual limits for so many rows. */
  public static PreviewLimits ofRows(int rows) {
    return new PreviewLimits(rows, MOST_CHARACTERS, MOST_BYTES);
  }
}
