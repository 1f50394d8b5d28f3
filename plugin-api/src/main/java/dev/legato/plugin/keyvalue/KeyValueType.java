package dev.legato.plugin.keyvalue;

/** The kinds of values. */
public enum KeyValueType {
  STRING,
  NUMBER,
  BOOLEAN,
  /** A point in time, as an ISO-8601 text with a zone. */
  DATETIME,
  /** A day, as an ISO-8601 text. */
  DATE,
  /** A duration, as an ISO-8601 text. */
  DURATION,
  /** A map or a list. */
  JSON
}
