package dev.legato.language.expression.runtime;

/** Why an expression could not be rendered. */
public enum FailureKind {
  /** The template itself is malformed, or names a tag, filter, test or function that is unknown. */
  SYNTAX,
  /** A variable, or an attribute of one, does not exist. */
  UNDEFINED,
  /** A limit on length, nesting, steps, time, output or recursion was reached. */
  LIMIT,
  /** A value does not fit the operation: wrong type, unreadable text, division by zero. */
  EVALUATION,
  /** A function would have to wait, on a thread that must not. */
  WAITING,
  /** The thread was interrupted; its interrupt flag is still set. */
  INTERRUPTED
}
