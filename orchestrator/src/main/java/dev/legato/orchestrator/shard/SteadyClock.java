package dev.legato.orchestrator.shard;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;

/**
 * Time that always moves on, whatever the clock does: what is decided later is later, by a
 * microsecond at least, so that histories tell the order of decisions.
 */
final class SteadyClock {
  private final InstantSource clock;
  private Instant now = Instant.MIN;

  SteadyClock(InstantSource clock) {
    this.clock = clock;
  }

  Instant next() {
    Instant read = clock.instant().truncatedTo(ChronoUnit.MICROS);
    now = read.isAfter(now) ? read : now.plus(1, ChronoUnit.MICROS);
    return now;
  }

  /**
   * Takes note that an instant is over: an earlier owner of the shard may have had a fast clock.
   */
  void passBy(Instant instant) {
    now = instant.isAfter(now) ? instant : now;
  }
}
