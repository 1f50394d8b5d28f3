package dev.legato.data;

/**
 * How large a single row may be, so that a file cannot take all the memory. The number of rows is
 * not limited.
 *
 * @param depth of lists and maps in each other
 * @param rowBytes of a row in its file
 * @param rowValues in a row, lists and maps and their elements included
 */
public record RowLimits(int depth, int rowBytes, int rowValues) {
  public static final RowLimits DEFAULTS = new RowLimits(200, 32 << 20, 1_000_000);
}
