package dev.legato.plugins.core.storage;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Reads lines as bytes: what they mean in which charset does not matter for cutting them. */
final class LineReader {
  private static final int BLOCK = 64 << 10;

  private final InputStream in;
  private final byte[] block = new byte[BLOCK];
  private int position;
  private int filled;
  private byte[] line = new byte[1 << 10];

  LineReader(InputStream in) {
    this.in = in;
  }

  /** The next line without its end, be it LF or CR LF; null behind the last one. */
  byte @Nullable [] next() throws IOException {
    int length = 0;
    boolean any = false;
    while (position < filled || fill()) {
      any = true;
      int end = position;
      while (end < filled && block[end] != '\n') {
        end++;
      }
      int count = end - position;
      if (length + count > line.length) {
        line = Arrays.copyOf(line, Math.max(length + count, 2 * line.length));
      }
      System.arraycopy(block, position, line, length, count);
      length += count;
      position = end + 1;
      if (end < filled) {
        return Arrays.copyOf(line, withoutReturn(length));
      }
    }
    return any ? Arrays.copyOf(line, length) : null;
  }

  private int withoutReturn(int length) {
    return length > 0 && line[length - 1] == '\r' ? length - 1 : length;
  }

  private boolean fill() throws IOException {
    position = 0;
    filled = Math.max(0, in.read(block));
    return filled > 0;
  }
}
