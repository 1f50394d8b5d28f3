package dev.legato.language.schedule;

import dev.legato.model.flow.DstGap;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The instants at which something fires. Immutable; every instant is a full second. */
public interface Timetable {
  /** The first instant after the given one; empty when there is none, or none within 10 years. */
  Optional<Instant> next(Instant after);

  /** The last instant before the given one; empty when there is none, or none within 10 years. */
  Optional<Instant> previous(Instant before);

  /** The first instant that is not before the given one. */
  default Optional<Instant> atOrAfter(Instant earliest) {
    return next(earliest.minusNanos(1));
  }

  /** The last instant that is not after the given one. */
  default Optional<Instant> atOrBefore(Instant latest) {
    return previous(latest.plusNanos(1));
  }

  /** All instants after the given one, in order; it may never end. */
  default Stream<Instant> after(Instant instant) {
    return Stream.iterate(next(instant), Optional::isPresent, date -> date.flatMap(this::next))
        .flatMap(Optional::stream);
  }

  /** The part of this table between two instants, both included; for a backfill. */
  default Timetable within(Instant first, Instant last) {
    return new TimetablePart(this, first, last);
  }

  /** This table before the given instant, and another from it on; for a schedule that is edited. */
  default Timetable until(Instant change, Timetable then) {
    return new EditedTimetable(this, change, then);
  }

  /** The instants that an expression means in a zone. */
  static Timetable of(Cron cron, ZoneId zone, DstGap gap) {
    return new CronTimetable(cron, zone, gap);
  }

  /** The given instants, in full seconds and each once. */
  static Timetable onDates(Collection<Instant> dates) {
    TreeSet<Instant> seconds = new TreeSet<>();
    dates.forEach(date -> seconds.add(Instant.ofEpochSecond(date.getEpochSecond())));
    return new DateTimetable(seconds);
  }

  /**
   * Dates as flows write them.
   *
   * @param zone in which a date without an offset is meant
   * @throws IllegalArgumentException naming the text that is not a date with a time
   */
  static Timetable onDates(Collection<String> dates, ZoneId zone) {
    return onDates(dates.stream().map(date -> WallTime.read(date, zone)).toList());
  }
}
