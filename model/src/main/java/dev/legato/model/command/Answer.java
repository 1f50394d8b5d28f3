package dev.legato.model.command;

import org.jspecify.annotations.Nullable;

/** What was found out. */
public sealed interface Answer {
  /** A JSON value. */
  record Value(@Nullable Object value) implements Answer {}

  /** There is none; the reason is for people. */
  record NoValue(String reason) implements Answer {}
}
