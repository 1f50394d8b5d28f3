package dev.legato.http;

import java.time.Duration;
import java.util.Set;

/**
 * What calls may do.
 *
 * @param privateAllowed whether they may reach private networks and this machine
 * @param exemptHosts names, as written in the call, that may have any address
 * @param maxDuration of a call from its start to the last byte of its reply
 * @param maxBytes of a reply, even when the call allows more
 */
public record HttpRules(
    boolean privateAllowed, Set<String> exemptHosts, Duration maxDuration, long maxBytes) {
  public static final HttpRules DEFAULTS =
      new HttpRules(true, Set.of(), Duration.ofHours(6), 16L << 30);

  public HttpRules {
    exemptHosts = Set.copyOf(exemptHosts);
    if (!maxDuration.isPositive()) {
      throw new IllegalArgumentException(
          "maxDuration must be longer than nothing, but is " + maxDuration);
    }
    if (maxBytes < 1) {
      throw new IllegalArgumentException("maxBytes must be at least 1, but is " + maxBytes);
    }
  }
}
