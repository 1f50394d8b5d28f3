package dev.legato.data;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Bytes of a file whose rows must not be longer than allowed. */
public final class RowInput extends FilterInputStream {
  private final RowBudget budget;
  private long left;

  public RowInput(InputStream in, RowBudget budget) {
    super(in);
    this.budget = budget;
    this.left = budget.limits().rowBytes();
  }

  /** Begins the next row; what a parser has read ahead counts for the row before. */
  public void startRow() {
    budget.startRow();
    left = budget.limits().rowBytes();
  }

  @Override
  public int read() throws IOException {
    int octet = in.read();
    took(octet < 0 ? 0 : 1);
    return octet;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    int count = in.read(bytes, offset, length);
    took(count);
    return count;
  }

  private void took(int count) throws RowException {
    left -= Math.max(0, count);
    if (left < 0) {
      throw budget.fail(
          "has more than %,d bytes; that is too many for one row."
              .formatted(budget.limits().rowBytes()));
    }
  }
}
