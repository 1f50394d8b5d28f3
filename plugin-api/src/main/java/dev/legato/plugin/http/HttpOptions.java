package dev.legato.plugin.http;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How to send a call.
 *
 * @param connectTimeout how long to wait for a connection
 * @param readTimeout how long to wait for the head of the reply
 * @param idleTimeout how long to wait for the next bytes of its body
 * @param maxBytes a longer body fails; counted after decompression
 * @param followRedirects whether to go where the server points
 * @param credentials absent for none
 * @param proxy absent for a direct connection
 * @param trustAll whether to accept any certificate, which makes encryption worthless
 */
public record HttpOptions(
    Duration connectTimeout,
    Duration readTimeout,
    Duration idleTimeout,
    long maxBytes,
    boolean followRedirects,
    @Nullable Credentials credentials,
    @Nullable Proxy proxy,
    boolean trustAll) {
  public static final HttpOptions DEFAULTS =
      new HttpOptions(
          Duration.ofSeconds(10),
          Duration.ofSeconds(10),
          Duration.ofMinutes(5),
          10 << 20,
          true,
          null,
          null,
          false);

  /** Who is calling. Sent to the first server only, not to those that it redirects to. */
  public sealed interface Credentials {
    /** A name and a password. */
    record Basic(String username, String password) implements Credentials {
      @Override
      public String toString() {
        return "Basic[" + username + "]";
      }
    }

    /** A token. */
    record Bearer(String token) implements Credentials {
      @Override
      public String toString() {
        return "Bearer";
      }
    }
  }

  /**
   * Through whom to connect.
   *
   * @param credentials absent for none
   */
  public record Proxy(Kind kind, String host, int port, Credentials.@Nullable Basic credentials) {
    /** How to talk to it. */
    public enum Kind {
      HTTP,
      SOCKS
    }
  }
}
