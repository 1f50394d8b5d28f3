package dev.legato.rest.http;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;

/**
 * What nobody wants of a request's body. It is read, within reason, before the answer: a client
 * that still writes when the connection is closed sees a broken connection and no answer.
 */
final class Leftover {
  private static final long MOST = 32 << 20;
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final Duration LONGEST = Duration.ofSeconds(10);

  private Leftover() {}

  /** Whether the whole body has been read now. */
  static boolean discard(Request request, InstantSource clock) {
    boolean clientWaits = request.getHeaders().contains(HttpHeader.EXPECT);
    if (clientWaits || request.getLength() > MOST) {
      return request.consumeAvailable();
    }
    Instant end = clock.instant().plus(LONGEST);
    long read = 0;
    while (read <= MOST && clock.instant().isBefore(end)) {
      Content.Chunk chunk = request.read();
      if (chunk == null) {
        if (!hasMore(request)) {
          return false;
        }
        continue;
      }
      if (Content.Chunk.isFailure(chunk)) {
        return false;
      }
      read += chunk.remaining();
      chunk.release();
      if (chunk.isLast()) {
        return true;
      }
    }
    return false;
  }

  private static boolean hasMore(Request request) {
    var more = new CompletableFuture<Void>();
    request.demand(() -> more.complete(null));
    try {
      more.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
      return true;
    } catch (TimeoutException | ExecutionException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
