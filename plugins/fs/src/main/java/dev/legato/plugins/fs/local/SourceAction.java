package dev.legato.plugins.fs.local;

/** What becomes of a file that was taken. */
public enum SourceAction {
  /** It goes to another folder. */
  MOVE,
  /** It is removed. */
  DELETE,
  /** It stays. */
  NONE
}
