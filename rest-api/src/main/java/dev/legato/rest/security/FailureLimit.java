package dev.legato.rest.security;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Locks an address for a while after too many failures; remembers a bounded number of them. */
final class FailureLimit {
  static final int FAILURES = 10;
  static final Duration WINDOW = Duration.ofMinutes(5);
  private static final int ADDRESSES = 10_000;

  private final InstantSource clock;
  private final Map<String, Failures> byAddress =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Failures> eldest) {
          return size() > ADDRESSES;
        }
      };

  FailureLimit(InstantSource clock) {
    this.clock = clock;
  }

  /** How long the address stays locked; 0 when it is not. */
  synchronized long lockedSeconds(String address) {
    if (byAddress.isEmpty()) {
      return 0;
    }
    @Nullable Failures failures = byAddress.get(address);
    if (failures == null || failures.count < FAILURES) {
      return 0;
    }
    long left = Duration.between(clock.instant(), failures.last.plus(WINDOW)).toSeconds();
    return Math.max(0, left);
  }

  /** Counts one failure; the count begins anew when the last one is long ago. */
  synchronized void count(String address) {
    Instant now = clock.instant();
    byAddress.merge(
        address,
        new Failures(1, now),
        (old, _) ->
            old.last.plus(WINDOW).isBefore(now)
                ? new Failures(1, now)
                : new Failures(old.count + 1, now));
  }

  private record Failures(int count, Instant last) {}
}
