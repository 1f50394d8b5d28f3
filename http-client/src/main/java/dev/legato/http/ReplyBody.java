package dev.legato.http;

import dev.legato.plugin.http.HttpFailure;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;

/** The body of a reply up to its greatest length, with errors in words for people. */
final class ReplyBody extends InputStream {
  private final InputStream body;
  private final Target target;
  private final long max;
  private final Runnable onClose;
  private long remaining;

  /**
   * A body.
   *
   * @param onClose lets go of the connection; called when the body is closed
   */
  ReplyBody(InputStream body, Target target, long max, Runnable onClose) {
    this.body = body;
    this.target = target;
    this.max = max;
    this.onClose = onClose;
    this.remaining = max;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    int count = read(one, 0, 1);
    return count < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    int count = readBody(bytes, offset, length);
    if (count > remaining) {
      throw tooLong(target, max);
    }
    remaining -= Math.max(0, count);
    return count;
  }

  private int readBody(byte[] bytes, int offset, int length) throws IOException {
    try {
      return body.read(bytes, offset, length);
    } catch (InterruptedIOException e) {
      throw e; // the attempt is to give up
    } catch (IOException e) {
      throw Failures.broken(target, e);
    }
  }

  static HttpFailure tooLong(Target target, long max) {
    return new HttpFailure(
        "The reply of %s is longer than the %d bytes that are allowed; raise options.maxContentLength, or store the reply in a file with Download"
            .formatted(target, max));
  }

  @Override
  public void close() throws IOException {
    try {
      body.close();
    } finally {
      onClose.run();
    }
  }
}
