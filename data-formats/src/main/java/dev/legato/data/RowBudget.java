package dev.legato.data;

import org.jspecify.annotations.Nullable;

/** Counts what the current row takes, and knows its number for complaints. */
public final class RowBudget {
  /** Numbers with a larger exponent would be written out with as many digits. */
  private static final int MOST_DIGITS = 10_000;

  private final RowLimits limits;
  private long row;
  private int values;

  public RowBudget(RowLimits limits) {
    this.limits = limits;
  }

  public RowLimits limits() {
    return limits;
  }

  /** The number of the current row, from 1. */
  public long row() {
    return row;
  }

  /** Begins the next row. */
  public void startRow() {
    row++;
    values = 0;
  }

  /** Counts a value at a depth; the row itself has depth 0. */
  public void value(int depth) throws RowException {
    if (++values > limits.rowValues()) {
      throw fail(
          "has more than %,d values; that is too many for one row.".formatted(limits.rowValues()));
    }
    if (depth > limits.depth()) {
      throw fail("is nested more than %d levels deep.".formatted(limits.depth()));
    }
  }

  /** How many values the row has so far. */
  public int values() {
    return values;
  }

  /** Counts values that are there a second time. */
  public void values(int more, int depth) throws RowException {
    values = (int) Math.min((long) values + more, Integer.MAX_VALUE - 1);
    value(depth);
  }

  /** Refuses a number that takes too much to write out. */
  public void digits(long digits) throws RowException {
    if (Math.abs(digits) > MOST_DIGITS) {
      throw fail("has a number of more than %,d digits.".formatted(MOST_DIGITS));
    }
  }

  /** A complaint about the current row: {@code has …}, {@code is …}. */
  public RowException fail(String what) {
    return fail(null, what);
  }

  /** A complaint about the current row. */
  public RowException fail(@Nullable Throwable cause, String what) {
    return RowException.at(row, what, cause);
  }
}
