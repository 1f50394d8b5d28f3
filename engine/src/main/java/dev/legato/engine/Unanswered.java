package dev.legato.engine;

/** A value is not known yet; somebody outside was asked for it. */
final class Unanswered extends Exception {
  private static final long serialVersionUID = 1L;

  Unanswered() {
    super("The value is not known yet", null, false, false);
  }
}
