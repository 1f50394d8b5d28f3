package dev.legato.worker;

/** Measures texts as they would be in UTF-8, without encoding them. */
final class Utf8 {
  static final int MAX_BYTES_PER_CHAR = 3;

  private Utf8() {}

  /** How many bytes the text takes. */
  static long length(String text) {
    long bytes = 0;
    for (int i = 0; i < text.length(); i++) {
      bytes += length(text.charAt(i));
    }
    return bytes;
  }

  /** Where a piece ends that begins at {@code start}, takes at most so many bytes, and is whole. */
  static int end(String text, int start, int maxBytes) {
    int end = start;
    int bytes = 0;
    while (end < text.length()) {
      bytes += length(text.charAt(end));
      if (bytes > maxBytes) {
        break;
      }
      end++;
    }
    boolean cutsPair = end < text.length() && Character.isLowSurrogate(text.charAt(end));
    return cutsPair && end - 1 > start ? end - 1 : end;
  }

  // the two halves of a surrogate pair take two bytes each
  private static int length(char c) {
    if (c < 0x80) {
      return 1;
    }
    return c < 0x800 || Character.isSurrogate(c) ? 2 : MAX_BYTES_PER_CHAR;
  }
}
