package dev.legato.language.flow;

import java.time.Duration;

/** How much one flow may have, beside the limits of its text. */
final class FlowLimits {
  static final int TASKS = 1_000;
  static final int INPUTS = 200;
  static final int LABELS = 100;
  static final int NESTING = 32;

  /** Shorter waits are busy loops. */
  static final Duration SHORTEST_WAIT = Duration.ofMillis(100);

  static final Duration LONGEST_WAIT = Duration.ofDays(365);

  private FlowLimits() {}
}
