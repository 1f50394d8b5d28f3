package dev.legato.process.output;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/**
 * Cuts bytes into lines, in whatever portions they come. A line ends with {@code \n} or {@code
 * \r\n}; bytes that are no UTF-8 become U+FFFD. A line that is too long comes in pieces, none of
 * which cuts a character.
 */
final class LineCutter {
  private static final int CONTINUATION_MASK = 0xC0;
  private static final int CONTINUATION = 0x80;
  private static final int MOST_CONTINUATIONS = 3;

  private final int maxBytes;
  private final Consumer<Line> lines;
  private final Pending pending = new Pending();
  private boolean insideLongLine;

  /**
   * A cutter at the beginning of a line.
   *
   * @param maxBytes how long a piece can be, at least 4
   */
  LineCutter(int maxBytes, Consumer<Line> lines) {
    this.maxBytes = maxBytes;
    this.lines = lines;
  }

  /**
   * A line, or a piece of one.
   *
   * @param whole whether it is all of the line
   * @param last whether the line ends with it
   */
  record Line(String text, boolean whole, boolean last) {}

  /** Takes the next portion. */
  void take(byte[] bytes, int offset, int length) {
    int start = offset;
    int end = offset + length;
    for (int at = offset; at < end; at++) {
      if (bytes[at] == '\n') {
        gather(bytes, start, at);
        endLine();
        start = at + 1;
      }
    }
    gather(bytes, start, end);
  }

  /** Takes the end of everything, which ends a line that has begun. */
  void end() {
    if (pending.size() > 0 || insideLongLine) {
      endLine();
    }
  }

  private void gather(byte[] bytes, int from, int to) {
    int start = from;
    while (to - start > maxBytes - pending.size()) {
      int room = maxBytes - pending.size();
      pending.write(bytes, start, room);
      start += room;
      endPiece();
    }
    pending.write(bytes, start, to - start);
  }

  private void endPiece() {
    int cut = pending.endOfLastCharacter();
    lines.accept(new Line(pending.text(cut), false, false));
    pending.keepFrom(cut);
    insideLongLine = true;
  }

  private void endLine() {
    int length = pending.size();
    if (length > 0 && pending.at(length - 1) == '\r') {
      length--;
    }
    lines.accept(new Line(pending.text(length), !insideLongLine, true));
    pending.reset();
    insideLongLine = false;
  }

  /** Bytes of the line that has begun. */
  private static final class Pending extends ByteArrayOutputStream {
    byte at(int index) {
      return buf[index];
    }

    String text(int length) {
      return new String(buf, 0, length, StandardCharsets.UTF_8);
    }

    /** Where a character ends that can be the last one of a piece. */
    int endOfLastCharacter() {
      int lead = count - 1;
      int continuations = 0;
      while (lead > 0
          && continuations < MOST_CONTINUATIONS
          && (buf[lead] & CONTINUATION_MASK) == CONTINUATION) {
        lead--;
        continuations++;
      }
      return lead > 0 && length(buf[lead]) > continuations + 1 ? lead : count;
    }

    private static int length(byte lead) {
      int high = lead & 0xFF;
      if (high < 0xC0) {
        return 1;
      }
      return high < 0xE0 ? 2 : high < 0xF0 ? 3 : 4;
    }

    void keepFrom(int index) {
      System.arraycopy(buf, index, buf, 0, count - index);
      count -= index;
    }
  }
}
