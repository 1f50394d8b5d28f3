package dev.legato.orchestrator.call;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;

/** Texts as the lines of a file, asked for one by one as they are read. */
final class LineStream extends InputStream {
  private final Iterator<String> lines;
  private byte[] line = {};
  private int next;

  LineStream(Iterator<String> lines) {
    this.lines = lines;
  }

  @Override
  public int read() {
    return hasMore() ? line[next++] & 0xFF : -1;
  }

  @Override
  public int read(byte[] target, int offset, int length) {
    if (length == 0) {
      return 0;
    }
    if (!hasMore()) {
      return -1;
    }
    int count = Math.min(length, line.length - next);
    System.arraycopy(line, next, target, offset, count);
    next += count;
    return count;
  }

  private boolean hasMore() {
    while (next == line.length && lines.hasNext()) {
      line = (lines.next() + "\n").getBytes(StandardCharsets.UTF_8);
      next = 0;
    }
    return next < line.length;
  }
}
