package dev.legato.testkit.simulation;

import org.jspecify.annotations.Nullable;

/** Something happened that must never happen. The message names the seed and the last events. */
public final class InvariantViolation extends AssertionError {
  private static final long serialVersionUID = 1L;

  InvariantViolation(String message) {
    super(message);
  }

  InvariantViolation(String message, Throwable cause) {
    super(message, cause);
  }

  /** Stops the simulation unless there is something; hands it back. */
  static <T> T present(@Nullable T thing, String what) {
    if (thing == null) {
      throw new InvariantViolation(what);
    }
    return thing;
  }

  /** Stops the simulation unless the rule holds. */
  @SuppressWarnings("AnnotateFormatMethod") // its annotation is in a library that we do not ship
  static void require(boolean rule, String rest, @Nullable Object... arguments) {
    if (!rule) {
      throw new InvariantViolation(rest.formatted(arguments));
    }
  }
}
