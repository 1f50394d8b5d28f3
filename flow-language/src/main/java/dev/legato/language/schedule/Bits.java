package dev.legato.language.schedule;

/** Small sets of the numbers 0 to 62 as bits of a long. */
final class Bits {
  static final int NONE = -1;

  private static final int SIZE = Long.SIZE;

  private Bits() {}

  static boolean has(long bits, int number) {
    return ((bits >>> number) & 1) != 0;
  }

  /** The smallest number; the set must not be empty. */
  static int first(long bits) {
    return Long.numberOfTrailingZeros(bits);
  }

  /** The greatest number; {@link #NONE} of an empty set. */
  static int last(long bits) {
    return SIZE - 1 - Long.numberOfLeadingZeros(bits);
  }

  /** The smallest number from the given one, at most 63, on. */
  static int atOrAfter(long bits, int number) {
    long rest = bits & (-1L << number);
    return rest == 0 ? NONE : first(rest);
  }

  /** The greatest number up to the given one, which may be -1. */
  static int atOrBefore(long bits, int number) {
    return last(bits & ((1L << (number + 1)) - 1));
  }
}
