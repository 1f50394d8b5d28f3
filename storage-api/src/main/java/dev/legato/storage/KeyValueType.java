package dev.legato.storage;

/** What kind of value a key has. */
public enum KeyValueType {
  /** Any text. */
  STRING,
  /** A {@link Number}. */
  NUMBER,
  BOOLEAN,
  /** An instant as text, such as {@code 2026-01-31T12:00:00Z}. */
  DATETIME,
  /** A date as text, such as {@code 2026-01-31}. */
  DATE,
  /** A duration as text, such as {@code PT5M}. */
  DURATION,
  /** A list or a map. */
  JSON
}
