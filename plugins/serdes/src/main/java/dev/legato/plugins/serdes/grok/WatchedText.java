package dev.legato.plugins.serdes.grok;

/**
 * A text that a regular expression may look at so often, and no longer: some take years for a line.
 */
final class WatchedText implements CharSequence {
  private static final long MOST_LOOKS = 200_000_000;
  private static final long LOOKS_BETWEEN = 1 << 20;

  private final String text;
  private long looks;

  WatchedText(String text) {
    this.text = text;
  }

  /** It was looked at too often, or the thread is to give up. */
  static final class TooLong extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

  @Override
  public char charAt(int index) {
    if (++looks % LOOKS_BETWEEN == 0
        && (looks > MOST_LOOKS || Thread.currentThread().isInterrupted())) {
      throw new TooLong();
    }
    return text.charAt(index);
  }

  @Override
  public int length() {
    return text.length();
  }

  @Override
  public CharSequence subSequence(int start, int end) {
    return text.substring(start, end);
  }

  @Override
  public String toString() {
    return text;
  }
}
