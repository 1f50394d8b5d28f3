package dev.legato.language.schedule;

import dev.legato.model.flow.DstGap;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

record CronTimetable(Cron cron, ZoneId zone, DstGap gap) implements Timetable {
  @Override
  public Optional<Instant> next(Instant after) {
    return cron.next(after, zone, gap);
  }

  @Override
  public Optional<Instant> previous(Instant before) {
    return cron.previous(before, zone, gap);
  }
}
