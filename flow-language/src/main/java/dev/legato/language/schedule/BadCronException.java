package dev.legato.language.schedule;

/** A text is not a cron expression; the message is a sentence that says why. */
final class BadCronException extends Exception {
  private static final long serialVersionUID = 1L;

  private final String sentence;

  BadCronException(String sentence) {
    super(sentence);
    this.sentence = sentence;
  }

  String sentence() {
    return sentence;
  }
}
