package dev.legato.language.input;

import org.jspecify.annotations.Nullable;

/**
 * Why the value of an input is refused.
 *
 * @param message a whole sentence
 * @param received what the caller gave; absent when it gave nothing, and for secrets always
 */
public record InputProblem(
    String inputId, Refusal.Reason reason, String message, @Nullable Object received) {
  /** The message and what was received, for whoever gave it: not for logs. */
  public String messageToCaller() {
    return message + Refusal.shown(received);
  }
}
