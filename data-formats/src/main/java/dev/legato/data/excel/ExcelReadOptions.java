package dev.legato.data.excel;

/**
 * How a sheet is read.
 *
 * @param header whether a row names the columns; else rows are lists
 * @param skipRows rows to leave out before the header, or before the first row without one
 */
public record ExcelReadOptions(
    boolean header, boolean skipEmptyRows, int skipRows, Values values, DateTimes dateTimes) {
  public static final ExcelReadOptions DEFAULTS =
      new ExcelReadOptions(true, false, 0, Values.UNFORMATTED_VALUE, DateTimes.UNFORMATTED_VALUE);

  /** What is read of a cell. */
  public enum Values {
    /** The text that Excel shows. */
    FORMATTED_VALUE,
    /** The value, that of a formula as it was calculated last. */
    UNFORMATTED_VALUE,
    /** The same: formulas are not calculated here. */
    FORMULA
  }

  /** What is read of dates. */
  public enum DateTimes {
    /** Days since 1900. */
    SERIAL_NUMBER,
    /** The text that Excel shows. */
    FORMATTED_STRING,
    /** A text such as {@code 2026-01-31}. */
    UNFORMATTED_VALUE
  }
}
