package dev.legato.orchestrator.shard;

import java.time.Instant;
import java.time.InstantSource;

/** Time that never runs backwards for an execution, whatever the clock does. */
final class SteadyClock {
  private final InstantSource clock;
  private Instant now = Instant.MIN;

  SteadyClock(InstantSource clock) {
    this.clock = clock;
  }

  Instant next() {
    passBy(clock.instant());
    return now;
  }

  /**
   * Takes note that an instant is over: an earlier owner of the shard may have had a fast clock.
   */
  void passBy(Instant instant) {
    now = instant.isAfter(now) ? instant : now;
  }
}
