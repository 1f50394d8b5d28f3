package dev.legato.rest.http;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Walks through the parts of a multipart body (RFC 7578) while it arrives. Holds a few kilobytes of
 * it at a time, however long the parts are.
 */
final class Parts {
  private static final int WINDOW = 16 * 1024;
  private static final int MAX_HEADER_BYTES = 8 * 1024;
  private static final int MAX_BOUNDARY = 70;
  private static final byte[] LINE_END = {'\r', '\n'};

  private final InputStream body;
  private final byte[] delimiter;
  private final int maxParts;
  private final byte[] window = new byte[WINDOW];
  private int from;
  private int to;
  private int count;
  private Map<String, String> disposition = Map.of();

  /**
   * @param first byte of the body, which was read already
   * @param body the others
   */
  Parts(int first, InputStream body, String boundary, int maxParts) {
    // a delimiter begins with the line end before it, which the first one lacks
    byte[] begin = {'\r', '\n', (byte) first};
    this.body = new SequenceInputStream(new ByteArrayInputStream(begin), body);
    this.delimiter = ("\r\n--" + boundary).getBytes(StandardCharsets.ISO_8859_1);
    this.maxParts = maxParts;
  }

  /** The boundary that a content type names. */
  static String boundary(String contentType) {
    String boundary = HeaderParameters.of(contentType).getOrDefault("boundary", "");
    if (boundary.isEmpty()
        || boundary.length() > MAX_BOUNDARY
        || boundary.chars().anyMatch(c -> c < 0x20 || c > 0x7e)) {
      throw unreadable(
          "its Content-Type needs a boundary of 1 to %d characters".formatted(MAX_BOUNDARY));
    }
    return boundary;
  }

  /** Goes to the next part, over what was not read of this one; false after the last one. */
  boolean next() throws IOException {
    skipContent();
    take(delimiter.length);
    if (startsWith(new byte[] {'-', '-'})) {
      return false;
    }
    if (++count > maxParts) {
      throw unreadable("it may have at most %d parts".formatted(maxParts));
    }
    skipPadding();
    disposition = Map.of();
    int size = 0;
    for (String line = line(); !line.isEmpty(); line = line()) {
      size += line.length();
      if (size > MAX_HEADER_BYTES) {
        throw unreadable("the header of a part is too long");
      }
      readHeader(line);
    }
    name();
    return true;
  }

  private void readHeader(String line) {
    int colon = line.indexOf(':');
    if (colon <= 0) {
      throw unreadable("the header of a part has a line without a colon");
    }
    if (line.substring(0, colon).toLowerCase(Locale.ROOT).equals("content-disposition")) {
      disposition = HeaderParameters.of(line.substring(colon + 1));
    }
  }

  /** The name of the part; never empty. */
  String name() {
    String name = disposition.get("name");
    if (name == null || name.isEmpty()) {
      throw Problem.badRequest("every part of a form must have a name");
    }
    return name;
  }

  /** What the client calls the file; absent for a text. */
  @Nullable String fileName() {
    return disposition.get("filename");
  }

  /** What the part holds; ends before the next part. */
  InputStream content() {
    return new Content();
  }

  private void skipContent() throws IOException {
    byte[] skipped = new byte[WINDOW];
    while (readContent(skipped, 0, skipped.length) >= 0) {
      // nobody asked for it
    }
  }

  private int readContent(byte[] target, int offset, int length) throws IOException {
    while (true) {
      int end = indexOf(delimiter);
      int ready = end >= 0 ? end - from : to - from - (delimiter.length - 1);
      if (end == from) {
        return -1;
      }
      if (ready > 0) {
        int copied = Math.min(ready, length);
        System.arraycopy(window, from, target, offset, copied);
        from += copied;
        return copied;
      }
      fill();
    }
  }

  private String line() throws IOException {
    var line = new ByteArrayOutputStream();
    while (true) {
      int end = indexOf(LINE_END);
      if (end >= 0) {
        line.write(window, from, end - from);
        from = end + LINE_END.length;
        return Percent.utf8(line.toByteArray());
      }
      int safe = Math.max(0, to - from - 1);
      line.write(window, from, safe);
      from += safe;
      if (line.size() > MAX_HEADER_BYTES) {
        throw unreadable("the header of a part is too long");
      }
      fill();
    }
  }

  private void skipPadding() throws IOException {
    if (!line().isBlank()) {
      throw unreadable("a boundary must stand on a line of its own");
    }
  }

  private boolean startsWith(byte[] text) throws IOException {
    while (to - from < text.length) {
      fill();
    }
    return Arrays.equals(window, from, from + text.length, text, 0, text.length);
  }

  private void take(int length) {
    from += length;
  }

  private int indexOf(byte[] wanted) {
    for (int i = from; i <= to - wanted.length; i++) {
      if (window[i] == wanted[0]
          && Arrays.equals(window, i, i + wanted.length, wanted, 0, wanted.length)) {
        return i;
      }
    }
    return -1;
  }

  private void fill() throws IOException {
    System.arraycopy(window, from, window, 0, to - from);
    to -= from;
    from = 0;
    int read = body.read(window, to, window.length - to);
    if (read < 0) {
      throw unreadable("it has no end");
    }
    to += read;
  }

  private static Problem unreadable(String why) {
    return Problem.badRequest("the multipart body cannot be read: " + why);
  }

  private final class Content extends InputStream {
    private final int part = count;

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
      Objects.checkFromIndexSize(offset, length, target.length);
      if (length == 0) {
        return 0;
      }
      return part == count ? readContent(target, offset, length) : -1;
    }
  }
}
