package dev.legato.language.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.legato.model.flow.DstGap;
import dev.legato.model.flow.Recovery;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A trigger comes back after a time in which nobody could fire it. */
final class MissedDatesTest {
  private static final Timetable MINUTES = cron("* * * * *");

  @ParameterizedTest(name = "{0}: due {1}, now {2}, tolerance {3}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # ten minutes down
          ALL  | 10:01:00 | 10:10:30 | PT0S  | 10:01:00
          LAST | 10:01:00 | 10:10:30 | PT0S  | 10:10:00
          NONE | 10:01:00 | 10:10:30 | PT0S  | 10:11:00
          # nothing was missed
          ALL  | 10:11:00 | 10:10:30 | PT0S  | 10:11:00
          LAST | 10:11:00 | 10:10:30 | PT0S  | 10:11:00
          NONE | 10:11:00 | 10:10:30 | PT0S  | 10:11:00
          # back at the very instant of a date
          LAST | 10:01:00 | 10:10:00 | PT0S  | 10:10:00
          NONE | 10:01:00 | 10:10:00 | PT0S  | 10:10:00
          # a little late is not missed
          ALL  | 10:10:00 | 10:10:12 | PT30S | 10:10:00
          LAST | 10:10:00 | 10:10:12 | PT30S | 10:10:00
          NONE | 10:10:00 | 10:10:12 | PT30S | 10:10:00
          NONE | 10:01:00 | 10:10:12 | PT30S | 10:10:00
          NONE | 10:01:00 | 10:10:42 | PT30S | 10:11:00
          """)
  void thePolicySaysWhatFiresFirst(
      Recovery policy, String due, String now, Duration tolerance, String first) {
    assertThat(MissedDates.first(policy, MINUTES, at(due), at(now), tolerance)).contains(at(first));
  }

  @Test
  void datesOfAListAreRecoveredToo() {
    Timetable dates = Timetable.onDates(List.of(at("10:00:00"), at("11:00:00"), at("12:00:00")));
    Instant now = at("13:00:00");

    assertThat(MissedDates.first(Recovery.ALL, dates, at("10:00:00"), now, Duration.ZERO))
        .contains(at("10:00:00"));
    assertThat(MissedDates.first(Recovery.LAST, dates, at("10:00:00"), now, Duration.ZERO))
        .contains(at("12:00:00"));
    assertThat(MissedDates.first(Recovery.NONE, dates, at("10:00:00"), now, Duration.ZERO))
        .isEmpty();
  }

  @Test
  void anEditedScheduleIsRecoveredByTheOldDatesUpToTheEdit() {
    Timetable edited = cron("*/10 * * * *").until(at("10:25:00"), cron("7 * * * *"));
    Instant due =
        MissedDates.first(Recovery.ALL, edited, at("10:10:00"), at("12:00:00"), Duration.ZERO)
            .orElseThrow();

    assertThat(edited.atOrAfter(due)).contains(due);
    assertThat(edited.after(due.minusSeconds(1)).limit(4))
        .containsExactly(at("10:10:00"), at("10:20:00"), at("11:07:00"), at("12:07:00"));
    assertThat(edited.previous(at("11:07:00"))).contains(at("10:20:00"));
  }

  @Test
  void enablingBetweenDatesSkipsNoFutureDate() {
    Timetable nightly = cron("0 2 * * *");

    assertThat(
            MissedDates.first(
                Recovery.NONE, nightly, at("02:00:00"), at("01:30:00"), Duration.ZERO))
        .contains(at("02:00:00"));
  }

  private static Timetable cron(String cron) {
    return Timetable.of(Cron.parse(cron, false), ZoneOffset.UTC, DstGap.FIRE);
  }

  private static Instant at(String time) {
    return Instant.parse("2026-11-22T" + time + "Z");
  }
}
