package dev.legato.rest.security;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Locks an address for a while after too many failures; remembers a bounded number of them. */
public final class FailureLimit {
  private static final int ADDRESSES = 10_000;

  private final int failures;
  private final Duration window;
  private final InstantSource clock;
  private final Map<String, Failures> byAddress =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Failures> eldest) {
          return size() > ADDRESSES;
        }
      };

  /**
   * A limit under which nobody has failed yet.
   *
   * @param failures that lock an address
   * @param window how long after the last of them it stays locked, and after which the count begins
   *     anew
   */
  public FailureLimit(int failures, Duration window, InstantSource clock) {
    this.failures = failures;
    this.window = window;
    this.clock = clock;
  }

  /** How long the address stays locked; 0 when it is not. */
  public synchronized long lockedSeconds(String address) {
    if (byAddress.isEmpty()) {
      return 0;
    }
    @Nullable Failures known = byAddress.get(address);
    if (known == null || known.count < failures) {
      return 0;
    }
    long left = Duration.between(clock.instant(), known.last.plus(window)).toSeconds();
    return Math.max(0, left);
  }

  /** Counts one failure; the count begins anew when the last one is long ago. */
  public synchronized void count(String address) {
    Instant now = clock.instant();
    byAddress.merge(
        address,
        new Failures(1, now),
        (old, _) ->
            old.last.plus(window).isBefore(now)
                ? new Failures(1, now)
                : new Failures(old.count + 1, now));
  }

  private record Failures(int count, Instant last) {}
}
