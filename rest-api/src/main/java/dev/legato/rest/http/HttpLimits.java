package dev.legato.rest.http;

import java.time.Duration;

/**
 * Caps of everything that a client can send or hold.
 *
 * @param headerBytes request line and headers together
 * @param flowBytes of a body with flows
 * @param inputBytes of a body with the inputs of an execution, without its files
 * @param fileBytes of a body with files
 * @param queryParameters how many a request may have
 * @param formParts how many a form may have
 * @param headerTimeout until a new connection has sent its first request's headers
 * @param idleTimeout of a connection on which nothing moves
 * @param bodyBytesPerSecond slower bodies are given up
 * @param heartbeat between two signs of life of an event stream
 * @param streamsPerClient event streams that one address may hold
 * @param drain how long running requests may take when the server stops
 */
public record HttpLimits(
    int headerBytes,
    long flowBytes,
    long inputBytes,
    long fileBytes,
    int queryParameters,
    int formParts,
    Duration headerTimeout,
    Duration idleTimeout,
    long bodyBytesPerSecond,
    Duration heartbeat,
    int streamsPerClient,
    Duration drain) {
  public static final HttpLimits DEFAULTS =
      new HttpLimits(
          64 * 1024,
          1024 * 1024,
          10 * 1024 * 1024,
          10L * 1024 * 1024 * 1024,
          200,
          1_000,
          Duration.ofSeconds(10),
          Duration.ofSeconds(60),
          1024,
          Duration.ofSeconds(15),
          50,
          Duration.ofSeconds(30));

  /** The same limits with another idle timeout. */
  public HttpLimits withIdleTimeout(Duration newIdleTimeout) {
    return new HttpLimits(
        headerBytes,
        flowBytes,
        inputBytes,
        fileBytes,
        queryParameters,
        formParts,
        headerTimeout,
        newIdleTimeout,
        bodyBytesPerSecond,
        heartbeat,
        streamsPerClient,
        drain);
  }
}
