package dev.legato.language.schedule;

import dev.legato.model.flow.DstGap;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Finds firings by trying every minute of every day, straight from the words of the rule; knows
 * nothing of how {@link Cron} does it.
 */
record BruteForce(
    Set<Integer> minutes,
    Set<Integer> hours,
    Set<Integer> daysOfMonth,
    Set<Integer> months,
    Set<Integer> daysOfWeek,
    boolean wallClock) {

  List<Instant> firings(ZoneId zone, DstGap gap, LocalDate from, LocalDate to) {
    Set<Instant> firings = new TreeSet<>();
    for (LocalDate day = from; day.isBefore(to); day = day.plusDays(1)) {
      if (!fires(day)) {
        continue;
      }
      for (int hour : hours) {
        for (int minute : minutes) {
          firings.addAll(instants(day.atTime(LocalTime.of(hour, minute)), zone, gap));
        }
      }
    }
    return new ArrayList<>(firings);
  }

  private boolean fires(LocalDate day) {
    boolean ofMonth = daysOfMonth.contains(day.getDayOfMonth());
    boolean ofWeek = daysOfWeek.contains(day.getDayOfWeek().getValue() % 7);
    boolean fits =
        (daysOfMonth.size() == 31 || daysOfWeek.size() == 7)
            ? ofMonth && ofWeek
            : ofMonth || ofWeek;
    return fits && months.contains(day.getMonthValue());
  }

  private List<Instant> instants(LocalDateTime time, ZoneId zone, DstGap gap) {
    List<ZoneOffset> offsets = zone.getRules().getValidOffsets(time);
    ZoneOffsetTransition change = zone.getRules().getTransition(time);
    if (offsets.isEmpty()) {
      boolean made = gap == DstGap.FIRE && change.getDuration().compareTo(Duration.ofHours(3)) <= 0;
      return wallClock && made ? List.of(change.getInstant()) : List.of();
    }
    return (wallClock ? offsets.subList(0, 1) : offsets).stream().map(time::toInstant).toList();
  }
}
