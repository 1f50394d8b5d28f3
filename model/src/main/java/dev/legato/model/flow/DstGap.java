package dev.legato.model.flow;

/** What becomes of an instant that clocks jump over in spring. */
public enum DstGap {
  /** It comes at the end of the gap. */
  FIRE,
  /** It does not come. */
  SKIP
}
