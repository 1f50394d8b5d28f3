package dev.legato.model.command;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What was found out. */
public sealed interface Answer {
  /**
   * A JSON value.
   *
   * @param value may hold secrets: decisions are made with it, but it is never stored
   * @param shown the same with stars in place of secrets; this is what is stored
   */
  record Value(@Nullable Object value, @Nullable Object shown) implements Answer {
    /** A value without secrets. */
    public Value(@Nullable Object value) {
      this(value, value);
    }

    public boolean hidesSecrets() {
      return !Objects.equals(value, shown);
    }
  }

  /** There is none; the reason is for people. */
  record NoValue(String reason) implements Answer {}
}
