package dev.legato.language.complaint;

/** How much a complaint matters. */
public enum Severity {
  /** The document is refused. */
  ERROR,
  /** The document is accepted but will probably not do what its author wants. */
  WARNING,
  /** The document is fine; a newer spelling exists. */
  INFO
}
