package dev.legato.rest.http;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Collects a body so that a small one is sent in one piece with its length, and a large one is sent
 * while it is produced instead of being held in memory.
 */
final class BufferedAnswer extends OutputStream {
  private static final int FIRST_BYTES = 2 * 1024;
  private static final int HELD_BYTES = 128 * 1024;

  private final Response response;
  private byte[] held = new byte[FIRST_BYTES];
  private int count;
  private boolean streaming;

  BufferedAnswer(Response response) {
    this.response = response;
  }

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    if (count + length > HELD_BYTES) {
      streaming = true;
      push();
    }
    if (length > HELD_BYTES) {
      Content.Sink.write(response, false, ByteBuffer.wrap(bytes, offset, length));
      return;
    }
    if (count + length > held.length) {
      held = java.util.Arrays.copyOf(held, Math.max(held.length * 2, count + length));
    }
    System.arraycopy(bytes, offset, held, count, length);
    count += length;
  }

  private void push() throws IOException {
    if (count > 0) {
      Content.Sink.write(response, false, ByteBuffer.wrap(held, 0, count));
      count = 0;
    }
  }

  /** Sends what is left. */
  void complete(Callback callback) {
    if (!streaming) {
      response.getHeaders().put(HttpHeader.CONTENT_LENGTH, count);
    }
    response.write(true, ByteBuffer.wrap(held, 0, count), callback);
  }
}
