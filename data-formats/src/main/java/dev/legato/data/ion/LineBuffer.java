package dev.legato.data.ion;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** Gives lines of a stream as ranges of one array. */
final class LineBuffer {
  private static final int FIRST_SIZE = 64 << 10;

  private final InputStream in;
  private final int mostBytes;
  private byte[] bytes = new byte[FIRST_SIZE];
  private int start;
  private int end;
  private int following;
  private int filled;
  private boolean ended;

  /**
   * @param mostBytes of a line; a longer one is given in part
   */
  LineBuffer(InputStream in, int mostBytes) {
    this.in = in;
    this.mostBytes = mostBytes;
  }

  /** Goes to the next line; false behind the last one. */
  boolean next() throws IOException {
    start = following;
    int searched = start;
    while (true) {
      for (int i = searched; i < filled; i++) {
        if (bytes[i] == '\n') {
          end = i;
          following = i + 1;
          return true;
        }
      }
      searched = filled - start;
      if (filled - start > mostBytes || !fill()) {
        end = filled;
        following = filled;
        return end > start;
      }
      searched += start;
    }
  }

  /** Reads more behind what there is of the line, which moves to the front. */
  private boolean fill() throws IOException {
    if (ended) {
      return false;
    }
    if (start > 0) {
      System.arraycopy(bytes, start, bytes, 0, filled - start);
      filled -= start;
      start = 0;
    } else if (filled == bytes.length) {
      bytes = Arrays.copyOf(bytes, 2 * bytes.length);
    }
    int count = in.read(bytes, filled, bytes.length - filled);
    ended = count < 0;
    filled += Math.max(0, count);
    return !ended;
  }

  boolean isBlank() {
    for (int i = start; i < end; i++) {
      if (bytes[i] != ' ' && bytes[i] != '\t' && bytes[i] != '\r') {
        return false;
      }
    }
    return true;
  }

  byte first() {
    return bytes[start];
  }

  byte[] bytes() {
    return bytes;
  }

  int start() {
    return start;
  }

  /** Behind the last byte of the line, its end not included. */
  int end() {
    return end;
  }

  /** All from the start of this line that is not in {@link #source} any more. */
  byte[] unread() {
    return Arrays.copyOfRange(bytes, start, filled);
  }

  InputStream source() {
    return in;
  }
}
