package dev.legato.language.input;

import org.jspecify.annotations.Nullable;

/** A value does not fit; the message is a sentence without its subject: {@code must be ...}. */
public final class Refusal extends Exception {
  private static final long serialVersionUID = 1L;

  private static final int SHOWN_CHARACTERS = 100;

  private final Reason reason;

  Refusal(Reason reason, String message) {
    super(message, null, false, false);
    this.reason = reason;
  }

  public Reason reason() {
    return reason;
  }

  /** Whole sentences about a value that is no secret. */
  public String about(String subject, Object value) {
    return "%s %s.%s".formatted(subject, getMessage(), shown(value));
  }

  /** A sentence to put behind a message; empty when there is nothing short to show. */
  static String shown(@Nullable Object value) {
    return switch (value) {
      case String text when text.length() > SHOWN_CHARACTERS ->
          " It is '%s…'.".formatted(text.substring(0, SHOWN_CHARACTERS));
      case String text -> " It is '%s'.".formatted(text);
      case Number number -> " It is %s.".formatted(number);
      case Boolean flag -> " It is %s.".formatted(flag);
      case null, default -> "";
    };
  }

  /** What is wrong with the value of an input. */
  public enum Reason {
    MISSING,
    WRONG_TYPE,
    PATTERN,
    NOT_AMONG_VALUES,
    OUT_OF_BOUNDS,
    EXTENSION,
    /** The condition, default or expression of the input cannot be rendered. */
    NOT_RENDERED,
    /** Secret values need an encryption key, which the server does not have. */
    NO_ENCRYPTION_KEY
  }
}
