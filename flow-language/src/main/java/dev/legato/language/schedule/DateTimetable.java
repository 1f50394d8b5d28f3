package dev.legato.language.schedule;

import java.time.Instant;
import java.util.NavigableSet;
import java.util.Optional;

record DateTimetable(NavigableSet<Instant> dates) implements Timetable {
  @Override
  public Optional<Instant> next(Instant after) {
    return Optional.ofNullable(dates.higher(after));
  }

  @Override
  public Optional<Instant> previous(Instant before) {
    return Optional.ofNullable(dates.lower(before));
  }
}
