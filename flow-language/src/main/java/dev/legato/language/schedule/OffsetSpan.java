package dev.legato.language.schedule;

import java.time.Instant;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;

/**
 * A span of time in which clocks of a zone are not changed. Local seconds are what these clocks
 * show, counted from 1970-01-01T00:00 without an offset.
 *
 * @param start its first second since 1970-01-01T00:00Z
 * @param end the first second after it
 * @param offset what local time is ahead of UTC, in seconds
 * @param localEndBefore the local second at which the span before ended: less than {@link
 *     #localStart} after a gap, more after an overlap
 */
record OffsetSpan(long start, long end, int offset, long localEndBefore) {
  /** Far beyond all instants that are asked for, yet safe to calculate with. */
  private static final long EVER = Instant.MAX.getEpochSecond();

  static OffsetSpan containing(long second, ZoneId zone) {
    ZoneRules rules = zone.getRules();
    Instant instant = Instant.ofEpochSecond(second);
    int offset = rules.getOffset(instant).getTotalSeconds();
    if (rules.isFixedOffset()) {
      return new OffsetSpan(-EVER, EVER, offset, offset - EVER);
    }
    ZoneOffsetTransition opening = rules.previousTransition(instant.plusSeconds(1));
    ZoneOffsetTransition closing = rules.nextTransition(instant);
    return new OffsetSpan(
        opening == null ? -EVER : opening.toEpochSecond(),
        closing == null ? EVER : closing.toEpochSecond(),
        offset,
        opening == null
            ? offset - EVER
            : opening.toEpochSecond() + opening.getOffsetBefore().getTotalSeconds());
  }

  /** What clocks show at the start. */
  long localStart() {
    return start + offset;
  }
}
