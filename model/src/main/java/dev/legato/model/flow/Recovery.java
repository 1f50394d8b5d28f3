package dev.legato.model.flow;

/** What becomes of the instants that a schedule has missed while nobody looked. */
public enum Recovery {
  /** Each is made up for, oldest first. */
  ALL,
  /** Only the latest is made up for. */
  LAST,
  /** They are left out. */
  NONE
}
