package dev.legato.plugins.serdes.record;

/** What happens with a record for which a formula has no value. */
public enum OnError {
  /** The task fails. */
  FAIL,
  /** The record is left out. */
  SKIP,
  /** The field is null. */
  NULL,
  /** The record stays as it is. */
  KEEP
}
