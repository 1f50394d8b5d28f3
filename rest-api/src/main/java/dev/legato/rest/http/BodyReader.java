package dev.legato.rest.http;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;

/** The body of a request, for as long as it is neither too long nor too slow. */
final class BodyReader extends InputStream {
  private final InputStream in;
  private final long limit;
  private final HttpLimits limits;
  private final InstantSource clock;
  private final Instant start;
  private long count;

  private BodyReader(InputStream in, long limit, HttpLimits limits, InstantSource clock) {
    this.in = in;
    this.limit = limit;
    this.limits = limits;
    this.clock = clock;
    this.start = clock.instant();
  }

  /** The body; reading fails with a {@link Problem} when there is more than {@code limit}. */
  static InputStream open(Request request, long limit, HttpLimits limits, InstantSource clock) {
    return request.getLength() == 0
        ? InputStream.nullInputStream()
        : new BodyReader(Content.Source.asInputStream(request), limit, limits, clock);
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    int read = in.read(bytes, offset, length);
    if (read > 0) {
      count += read;
      check();
    }
    return read;
  }

  private void check() {
    if (count > limit) {
      throw Problem.tooLarge("the body may have at most %d bytes".formatted(limit));
    }
    Duration time = Duration.between(start, clock.instant());
    if (time.compareTo(limits.headerTimeout()) > 0
        && count < time.toSeconds() * limits.bodyBytesPerSecond()) {
      throw Problem.ofStatus(408, "Request Timeout: the body arrives too slowly");
    }
  }

  /**
   * Gives back what has arrived. The stream below stays open: to close it before its end fails the
   * request, and then neither the {@link Leftover} can be read nor the answer be sent.
   */
  @Override
  public void close() throws IOException {
    in.skipNBytes(in.available());
  }
}
