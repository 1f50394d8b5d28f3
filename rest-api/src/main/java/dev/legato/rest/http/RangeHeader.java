package dev.legato.rest.http;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The one part of a file that a client asks for (RFC 9110, 14.2).
 *
 * @param from the first byte, from 0
 * @param length at least 1
 */
record RangeHeader(long from, long length) {
  private static final Pattern ONE_RANGE = Pattern.compile("bytes=(\\d{0,18})-(\\d{0,18})");

  /**
   * Reads the header; empty when the whole file is to be sent, as for ranges that are not
   * understood.
   *
   * @throws Problem 416 when the file has no such part
   */
  static Optional<RangeHeader> parse(String header, long size) {
    Matcher range = ONE_RANGE.matcher(header.strip());
    if (!range.matches() || (range.group(1).isEmpty() && range.group(2).isEmpty())) {
      return Optional.empty();
    }
    long from;
    long last = size - 1;
    if (range.group(1).isEmpty()) {
      from = Math.max(0, size - Long.parseLong(range.group(2)));
    } else {
      from = Long.parseLong(range.group(1));
      last = range.group(2).isEmpty() ? last : Math.min(last, Long.parseLong(range.group(2)));
    }
    boolean isBackwards =
        !range.group(1).isEmpty()
            && !range.group(2).isEmpty()
            && Long.parseLong(range.group(2)) < from;
    if (isBackwards) {
      return Optional.empty();
    }
    if (from > last) {
      throw Problem.rangeNotSatisfiable(size);
    }
    return Optional.of(new RangeHeader(from, last - from + 1));
  }

  /** As the answer's {@code Content-Range} says it. */
  String contentRange(long size) {
    return "bytes %d-%d/%d".formatted(from, from + length - 1, size);
  }
}
