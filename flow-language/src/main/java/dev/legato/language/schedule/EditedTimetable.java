package dev.legato.language.schedule;

import java.time.Instant;
import java.util.Optional;

/** One table before the change, another from it on. */
record EditedTimetable(Timetable old, Instant change, Timetable current) implements Timetable {
  @Override
  public Optional<Instant> next(Instant after) {
    return old.next(after)
        .filter(date -> date.isBefore(change))
        .or(() -> after.isBefore(change) ? current.atOrAfter(change) : current.next(after));
  }

  @Override
  public Optional<Instant> previous(Instant before) {
    return current
        .previous(before)
        .filter(date -> !date.isBefore(change))
        .or(() -> old.previous(before.isBefore(change) ? before : change));
  }
}
