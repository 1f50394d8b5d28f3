package dev.legato.testkit.simulation;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/** How much a simulation has seen of what it is there for. */
final class Tally {
  private final Map<Sight, Integer> seen = new EnumMap<>(Sight.class);

  void see(Sight sight) {
    seen.merge(sight, 1, Integer::sum);
  }

  int count(Sight sight) {
    return seen.getOrDefault(sight, 0);
  }

  Map<Sight, Integer> all() {
    return Collections.unmodifiableMap(seen);
  }

  /** How often something failed that may keep an attempt from ever being started. */
  int faults() {
    return count(Sight.CRASH)
        + count(Sight.FAILED_COMMIT)
        + count(Sight.UNKNOWN_COMMIT)
        + count(Sight.FAILED_HANDOVER);
  }
}
