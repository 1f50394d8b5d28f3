package dev.legato.language.schedule;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** What becomes of dates that passed while nobody could fire them. */
public enum RecoverMissed {
  /** All of them fire, the oldest first. */
  ALL {
    @Override
    Optional<Instant> first(Timetable timetable, Instant due, Instant now, Instant onTime) {
      return timetable.atOrAfter(due);
    }
  },

  /** Only the last of them fires. */
  LAST {
    @Override
    Optional<Instant> first(Timetable timetable, Instant due, Instant now, Instant onTime) {
      return timetable
          .atOrBefore(now)
          .filter(date -> !date.isBefore(due))
          .or(() -> timetable.atOrAfter(due));
    }
  },

  /** None of them fires. */
  NONE {
    @Override
    Optional<Instant> first(Timetable timetable, Instant due, Instant now, Instant onTime) {
      return timetable.atOrAfter(onTime.isAfter(due) ? onTime : due);
    }
  };

  /**
   * The date that fires first when a trigger comes back: after the server was down, or when the
   * trigger is enabled again. What comes after it fires too; so no date of the future is lost.
   *
   * @param due the date that would be next had nothing happened
   * @param now a date at this very instant is not missed
   * @param tolerance how late a date may be that counts as on time; zero or more
   * @return empty when the table has no more dates
   */
  public Optional<Instant> firstDate(
      Timetable timetable, Instant due, Instant now, Duration tolerance) {
    return first(timetable, due, now, now.minus(tolerance));
  }

  abstract Optional<Instant> first(Timetable timetable, Instant due, Instant now, Instant onTime);
}
