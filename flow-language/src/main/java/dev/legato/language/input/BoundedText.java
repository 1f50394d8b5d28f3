package dev.legato.language.input;

/**
 * A text that may be looked at only so often: patterns come from authors of flows and texts from
 * strangers, and together they can keep a matcher busy for years.
 */
final class BoundedText implements CharSequence {
  private static final int MAX_STEPS = 5_000_000;

  private final String text;
  private int steps;

  BoundedText(String text) {
    this.text = text;
  }

  @Override
  public char charAt(int index) {
    steps++;
    if (steps > MAX_STEPS) {
      throw new TooManySteps();
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

  /** The matcher went back and forth too often. */
  static final class TooManySteps extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TooManySteps() {
      super(null, null, false, false);
    }
  }
}
