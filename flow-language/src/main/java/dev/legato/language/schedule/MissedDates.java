package dev.legato.language.schedule;

import dev.legato.model.flow.Recovery;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** What becomes of dates that passed while nobody could fire them. */
public final class MissedDates {
  private MissedDates() {}

  /**
   * The date that fires first when a trigger comes back: after the server was down, or when the
   * trigger is enabled again. What comes after it fires too; so no date of the future is lost.
   *
   * @param due the date that would be next had nothing happened
   * @param now a date at this very instant is not missed
   * @param tolerance how late a date may be that counts as on time; zero or more
   * @return empty when the table has no more dates
   */
  public static Optional<Instant> first(
      Recovery recovery, Timetable timetable, Instant due, Instant now, Duration tolerance) {
    return switch (recovery) {
      case ALL -> timetable.atOrAfter(due);
      case LAST ->
          timetable
              .atOrBefore(now)
              .filter(date -> !date.isBefore(due))
              .or(() -> timetable.atOrAfter(due));
      case NONE -> {
        Instant onTime = now.minus(tolerance);
        yield timetable.atOrAfter(onTime.isAfter(due) ? onTime : due);
      }
    };
  }
}
