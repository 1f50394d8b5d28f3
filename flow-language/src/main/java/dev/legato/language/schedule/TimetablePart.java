package dev.legato.language.schedule;

import java.time.Instant;
import java.util.Optional;

/** What a table has from the first to the last instant, both included. */
record TimetablePart(Timetable whole, Instant first, Instant last) implements Timetable {
  @Override
  public Optional<Instant> next(Instant after) {
    return (after.isBefore(first) ? whole.atOrAfter(first) : whole.next(after))
        .filter(date -> !date.isAfter(last));
  }

  @Override
  public Optional<Instant> previous(Instant before) {
    return (before.isAfter(last) ? whole.atOrBefore(last) : whole.previous(before))
        .filter(date -> !date.isBefore(first));
  }
}
