package dev.legato.sql;

import java.time.Duration;

/**
 * When to give up.
 *
 * @param at on the clock that no one sets
 */
record Deadline(long at) {
  static final Deadline NEVER = new Deadline(System.nanoTime() + Long.MAX_VALUE / 2);

  static Deadline after(Duration patience) {
    return new Deadline(System.nanoTime() + patience.toNanos());
  }

  boolean hasPassed() {
    return at - System.nanoTime() < 0;
  }
}
