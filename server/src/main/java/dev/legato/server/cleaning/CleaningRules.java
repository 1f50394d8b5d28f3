package dev.legato.server.cleaning;

import java.time.Duration;

/**
 * How long things are kept that nobody removes.
 *
 * @param every how long the server rests between two rounds
 * @param orphans files that were stored for an execution that never came to be
 * @param caches what tasks keep for their next run, since it was written last
 * @param requests what tells a repeated request from a new one
 */
public record CleaningRules(Duration every, Duration orphans, Duration caches, Duration requests) {
  public static final CleaningRules DEFAULTS =
      new CleaningRules(
          Duration.ofHours(6), Duration.ofDays(7), Duration.ofDays(30), Duration.ofDays(7));

  /**
   * @throws IllegalArgumentException when a time is too short to be safe
   */
  public CleaningRules {
    if (every.compareTo(Duration.ofSeconds(1)) < 0) {
      throw new IllegalArgumentException("cleaning.every must be one second at least");
    }
    // files come before their execution, however long an upload or a trigger takes
    if (orphans.compareTo(Duration.ofHours(1)) < 0) {
      throw new IllegalArgumentException("cleaning.orphans must be one hour at least");
    }
    if (caches.isNegative() || requests.isNegative()) {
      throw new IllegalArgumentException(
          "cleaning.caches and cleaning.requests must not be negative");
    }
  }
}
