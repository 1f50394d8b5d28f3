package dev.legato.rest.security;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Who has shown right credentials and need not do so again for a while. Sessions are kept in memory
 * only: a restart ends them.
 */
public final class Sessions {
  /** The name of the cookie that carries a session. */
  public static final String COOKIE = "legato-session";

  static final Duration IDLE = Duration.ofHours(12);

  private static final int MAX_SESSIONS = 1_000;
  private static final int TOKEN_BYTES = 32;

  private final InstantSource clock;
  private final RandomGenerator random;
  private final Map<String, Instant> lastUses =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Instant> eldest) {
          return size() > MAX_SESSIONS;
        }
      };

  /**
   * @param random must be cryptographically strong
   */
  Sessions(InstantSource clock, RandomGenerator random) {
    this.clock = clock;
    this.random = random;
  }

  /** Begins a session; what is returned is known to its owner only. */
  public String open() {
    var token = new byte[TOKEN_BYTES];
    synchronized (lastUses) {
      random.nextBytes(token);
      String text = Base64.getUrlEncoder().withoutPadding().encodeToString(token);
      lastUses.put(text, clock.instant());
      return text;
    }
  }

  /** Whether a session is known and was used lately; this is a use, too. */
  public boolean isOpen(@Nullable String token) {
    if (token == null) {
      return false;
    }
    synchronized (lastUses) {
      Instant now = clock.instant();
      Instant last = lastUses.get(token);
      if (last == null || last.plus(IDLE).isBefore(now)) {
        lastUses.remove(token);
        return false;
      }
      lastUses.put(token, now);
      return true;
    }
  }

  /** Ends a session. */
  public void close(String token) {
    synchronized (lastUses) {
      lastUses.remove(token);
    }
  }
}
