package dev.legato.language.schedule;

/** What becomes of a time of day that does not exist because clocks are set forward over it. */
public enum DstGap {
  /** It fires when the gap ends; several times in one gap fire once. */
  FIRE,

  /** It does not fire on that day. */
  SKIP
}
