package dev.legato.data;

/** What happens with a row that does not fit. */
public enum OnBadRow {
  /** Reading or writing ends with an error. */
  ERROR,
  /** The row is left out, with a warning. */
  WARN,
  /** The row is left out. */
  SKIP
}
