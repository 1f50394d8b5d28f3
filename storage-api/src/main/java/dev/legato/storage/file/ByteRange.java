package dev.legato.storage.file;

/**
 * A part of a file.
 *
 * @param from the first byte, from 0
 * @param length the greatest number of bytes
 */
public record ByteRange(long from, long length) {
  public static final ByteRange ALL = new ByteRange(0, Long.MAX_VALUE);

  public ByteRange {
    if (from < 0 || length < 0) {
      throw new IllegalArgumentException(
          "A range begins at 0 or later and is not shorter than 0, but it is from %d, length %d"
              .formatted(from, length));
    }
  }

  /** All from a byte to the end. */
  public static ByteRange from(long from) {
    return new ByteRange(from, Long.MAX_VALUE);
  }
}
