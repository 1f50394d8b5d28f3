package dev.legato.plugin.text;

/**
 * A text that is watched while it is read. Patterns come from authors of flows and texts from
 * strangers, and together they can keep a matcher busy for years; a matcher reads every character
 * through here, so here is where it can be stopped.
 */
public final class WatchedText implements CharSequence {
  private static final int READS_BETWEEN_LOOKS = 4096;

  private final String text;
  private final Runnable watch;
  private int reads;

  /**
   * @param watch called now and then; stops the reader by throwing something, such as {@link
   *     Stopped}
   */
  public WatchedText(String text, Runnable watch) {
    this.text = text;
    this.watch = watch;
  }

  /**
   * A text that stops its reader after about this many characters, or when its thread is
   * interrupted.
   */
  public static WatchedText upTo(int reads, String text) {
    return new WatchedText(
        text,
        new Runnable() {
          private int left = reads / READS_BETWEEN_LOOKS;

          @Override
          public void run() {
            if (left-- <= 0 || Thread.currentThread().isInterrupted()) {
              throw new Stopped();
            }
          }
        });
  }

  @Override
  public char charAt(int index) {
    if (++reads >= READS_BETWEEN_LOOKS) {
      reads = 0;
      watch.run();
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

  /** The reader went back and forth too often, or took too long. */
  public static final class Stopped extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public Stopped() {
      super(null, null, false, false);
    }
  }
}
