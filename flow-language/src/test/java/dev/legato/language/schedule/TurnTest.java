package dev.legato.language.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.legato.language.schedule.Turn.Fire;
import dev.legato.language.schedule.Turn.LeftOut;
import dev.legato.language.schedule.Turn.Over;
import dev.legato.language.schedule.Turn.Wait;
import dev.legato.model.flow.DstGap;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What one schedule does now; time is whatever the test says. */
final class TurnTest {
  private static final Timetable MINUTES = cron("* * * * *");
  private static final Duration HOUR = Duration.ofHours(1);

  @Test
  void nothingFiresEarly() {
    assertThat(turn(at("10:01:00"), at("10:00:59.999"), null, null))
        .isEqualTo(new Wait(at("10:01:00"), at("10:01:00"), Optional.empty()));
  }

  @Test
  void aDateFiresAtItsInstant() {
    assertThat(turn(at("10:01:00"), at("10:01:00"), at("10:00:00"), null))
        .isEqualTo(new Fire(at("10:01:00"), Optional.empty()));
  }

  @Test
  void tenMissedMinutesFireInOrderWithinAMinute() {
    Instant back = at("10:10:30");
    List<Instant> fired = catchUp(MINUTES, at("10:01:00"), back, back.plusSeconds(29));

    assertThat(fired).hasSize(10).isSorted().startsWith(at("10:01:00")).endsWith(at("10:10:00"));
  }

  @Test
  void thirtyMissedDaysFireAtMostHundredInAMinute() {
    Instant back = at("10:00:30");
    Instant due = back.minus(Duration.ofDays(30)).plusSeconds(30);

    List<Instant> fired = catchUp(MINUTES, due, back, back.plusSeconds(60).minusMillis(1));

    assertThat(fired).hasSize(100).isSorted().startsWith(due);
    assertThat(fired).doesNotHaveDuplicates();
  }

  @Test
  void aShortPauseIsCaughtUpAtOnce() {
    Timetable seconds = Timetable.of(Cron.parse("* * * * * *", true), ZoneOffset.UTC, DstGap.FIRE);

    assertThat(Turn.of(seconds, at("10:00:01"), at("10:00:05"), at("10:00:04.990"), null))
        .isEqualTo(new Fire(at("10:00:01"), Optional.empty()));
  }

  @Test
  void datesThatAreTooLateAreLeftOutAndReported() {
    assertThat(turn(at("08:00:00"), at("10:00:30"), null, HOUR))
        .isEqualTo(
            new Fire(at("09:01:00"), Optional.of(new LeftOut(at("08:00:00"), at("09:00:00")))));
    assertThat(turn(at("09:00:00"), at("10:00:00"), null, HOUR))
        .isEqualTo(new Fire(at("09:00:00"), Optional.empty()));
  }

  @Test
  void theNextDateMayLieInTheFutureWhenAllThatPassedAreTooLate() {
    Timetable daily = cron("0 6 * * *");

    assertThat(Turn.of(daily, at("06:00:00"), at("10:00:00"), null, HOUR))
        .isEqualTo(
            new Wait(
                Instant.parse("2026-11-23T06:00:00Z"),
                Instant.parse("2026-11-23T06:00:00Z"),
                Optional.of(new LeftOut(at("06:00:00"), at("06:00:00")))));
  }

  @Test
  void aListOfDatesComesToItsEnd() {
    Timetable dates = Timetable.onDates(List.of(at("08:00:00"), at("09:00:00")));

    assertThat(Turn.of(dates, at("09:00:01"), at("10:00:00"), null, null))
        .isEqualTo(new Over(Optional.empty()));
    assertThat(Turn.of(dates, at("08:00:00"), at("12:00:00"), null, HOUR))
        .isEqualTo(new Over(Optional.of(new LeftOut(at("08:00:00"), at("09:00:00")))));
  }

  @Test
  void aClockThatJumpsForwardAndBackFiresNothingTwice() {
    assertThat(turn(at("10:01:00"), at("11:00:10"), at("10:00:00"), null)).isInstanceOf(Fire.class);
    // An hour of dates has fired; then the clock is put back.
    assertThat(turn(at("11:01:00"), at("10:00:20"), at("11:00:10"), null))
        .isEqualTo(new Wait(at("11:01:00"), at("11:01:00"), Optional.empty()));
  }

  @Test
  void aLastFiringInTheFutureHoldsUpNothingForLong() {
    assertThat(turn(at("09:00:00"), at("10:00:00"), at("11:00:00"), null))
        .isEqualTo(new Wait(at("09:00:00"), at("10:00:00.600"), Optional.empty()));
  }

  @Test
  void aBackfillFiresEveryDateOnceWithBothEnds() {
    Timetable hourly = cron("@hourly").within(at("00:00:00"), at("23:00:00"));
    Instant now = Instant.parse("2026-12-01T00:00:00Z");

    assertThat(catchUp(hourly, at("00:00:00"), now, now.plusSeconds(60)))
        .hasSize(24)
        .doesNotHaveDuplicates()
        .startsWith(at("00:00:00"))
        .endsWith(at("23:00:00"));
  }

  /** Lets time pass from turn to turn as a scheduler does. */
  private static List<Instant> catchUp(Timetable timetable, Instant due, Instant from, Instant to) {
    List<Instant> fired = new ArrayList<>();
    Instant next = due;
    Instant now = from;
    Instant lastFiring = null;
    while (!now.isAfter(to)) {
      switch (Turn.of(timetable, next, now, lastFiring, null)) {
        case Fire(Instant date, var _) -> {
          fired.add(date);
          lastFiring = now;
          next = date.plusSeconds(1);
        }
        case Wait(Instant _, Instant until, var _) -> now = until;
        case Over _ -> now = to.plusSeconds(1);
      }
    }
    return fired;
  }

  private static Turn turn(
      Instant due, Instant now, @Nullable Instant lastFiring, @Nullable Duration late) {
    return Turn.of(MINUTES, due, now, lastFiring, late);
  }

  private static Timetable cron(String cron) {
    return Timetable.of(Cron.parse(cron, false), ZoneOffset.UTC, DstGap.FIRE);
  }

  private static Instant at(String time) {
    return Instant.parse("2026-11-22T" + time + "Z");
  }
}
