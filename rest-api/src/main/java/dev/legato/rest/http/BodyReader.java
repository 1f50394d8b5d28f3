package dev.legato.rest.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;

/** Reads the body of a request, as long as it is neither too long nor too slow. */
final class BodyReader {
  private static final int CHUNK = 8 * 1024;

  private BodyReader() {}

  static byte[] read(Request request, long limit, HttpLimits limits, InstantSource clock)
      throws IOException {
    if (request.getLength() == 0) {
      return new byte[0];
    }
    Instant start = clock.instant();
    var bytes = new ByteArrayOutputStream(Math.clamp(request.getLength(), 64, CHUNK));
    try (InputStream in = Content.Source.asInputStream(request)) {
      byte[] chunk = new byte[CHUNK];
      for (int count = in.read(chunk); count >= 0; count = in.read(chunk)) {
        bytes.write(chunk, 0, count);
        if (bytes.size() > limit) {
          throw Problem.tooLarge("the body may have at most %d bytes".formatted(limit));
        }
        Duration time = Duration.between(start, clock.instant());
        if (time.compareTo(limits.headerTimeout()) > 0
            && bytes.size() < time.toSeconds() * limits.bodyBytesPerSecond()) {
          throw Problem.ofStatus(408, "Request Timeout: the body arrives too slowly");
        }
      }
    }
    return bytes.toByteArray();
  }
}
