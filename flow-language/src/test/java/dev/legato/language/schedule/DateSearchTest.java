package dev.legato.language.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.legato.language.schedule.DateSearch.Outcome.Found;
import dev.legato.language.schedule.DateSearch.Outcome.Nothing;
import dev.legato.language.schedule.DateSearch.Outcome.Unfinished;
import dev.legato.model.flow.DstGap;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class DateSearchTest {
  private static final Timetable DAILY =
      Timetable.of(Cron.parse("@daily", false), ZoneOffset.UTC, DstGap.FIRE);
  private static final Instant SUNDAY = Instant.parse("2026-11-22T12:00:00Z");

  @Test
  void theNearestDateOnWhichConditionsHoldIsFound() {
    assertThat(DateSearch.after(DAILY, SUNDAY).run(DateSearchTest::isFriday, 100))
        .isEqualTo(new Found(Instant.parse("2026-11-27T00:00:00Z")));
    assertThat(DateSearch.before(DAILY, SUNDAY).run(DateSearchTest::isFriday, 100))
        .isEqualTo(new Found(Instant.parse("2026-11-20T00:00:00Z")));
  }

  @Test
  void theSearchEndsAfterTenYears() {
    List<Instant> ahead = new ArrayList<>();
    List<Instant> back = new ArrayList<>();

    assertThat(DateSearch.after(DAILY, SUNDAY).run(date -> !ahead.add(date), 1_000_000))
        .isEqualTo(new Nothing());
    assertThat(DateSearch.before(DAILY, SUNDAY).run(date -> !back.add(date), 1_000_000))
        .isEqualTo(new Nothing());
    assertThat(ahead).hasSize(3653).endsWith(Instant.parse("2036-11-22T00:00:00Z"));
    assertThat(back).hasSize(3653).endsWith(Instant.parse("2016-11-22T00:00:00Z"));
  }

  @Test
  void aSearchInPortionsTriesTheSameDates() {
    List<Instant> tried = new ArrayList<>();
    DateSearch search = DateSearch.after(DAILY, SUNDAY);
    int portions = 1;
    while (search.run(date -> !tried.add(date), 1000) instanceof Unfinished(DateSearch rest)) {
      search = rest;
      portions++;
    }

    assertThat(portions).isEqualTo(4);
    assertThat(tried).hasSize(3653).doesNotHaveDuplicates().isSorted();
  }

  @Test
  void aListOfDatesMayHaveNoneThatFits() {
    assertThat(
            DateSearch.after(Timetable.onDates(List.of(SUNDAY)), Instant.EPOCH)
                .run(DateSearchTest::isFriday, 10))
        .isEqualTo(new Nothing());
  }

  private static boolean isFriday(Instant date) {
    return date.atZone(ZoneOffset.UTC).getDayOfWeek() == DayOfWeek.FRIDAY;
  }
}
