package dev.legato.language.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.legato.model.flow.DstGap;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TimetableTest {
  private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

  @ParameterizedTest
  @CsvSource({
    "2026-01-31T08:00:00Z,               2026-01-31T08:00:00Z",
    "2026-01-31T08:00:00+05:30,          2026-01-31T02:30:00Z",
    "2026-01-31T08:00:00,                2026-01-31T07:00:00Z",
    "2026-07-31T08:00,                   2026-07-31T06:00:00Z",
    "' 2026-07-31T08:00 ',               2026-07-31T06:00:00Z",
    "2026-07-31T08:00:00+09:00[Asia/Tokyo], 2026-07-30T23:00:00Z",
    "2026-01-31T08:00:00.999Z,           2026-01-31T08:00:00Z",
    // in a gap and in an overlap, as with cron expressions
    "2026-03-29T02:30:00,                2026-03-29T01:00:00Z",
    "2026-10-25T02:30:00,                2026-10-25T00:30:00Z"
  })
  void datesWithoutAnOffsetAreMeantInTheZone(String text, Instant date) {
    assertThat(Timetable.onDates(List.of(text), PARIS).after(Instant.EPOCH)).containsExactly(date);
  }

  @ParameterizedTest
  @CsvSource({"soon", "2026-01-31", "08:00:00", "2026-02-30T08:00:00Z", "''"})
  void aTextThatIsNoDateIsNamed(String text) {
    assertThatThrownBy(() -> Timetable.onDates(List.of(text), PARIS))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("'%s' is not a date with a time".formatted(text));
  }

  @Test
  void datesFireInOrderAndOnce() {
    Timetable dates =
        Timetable.onDates(
            List.of("2026-03-01T00:00:00Z", "2026-01-01T00:00:00Z", "2026-03-01T01:00:00+01:00"),
            PARIS);
    Instant january = Instant.parse("2026-01-01T00:00:00Z");
    Instant march = Instant.parse("2026-03-01T00:00:00Z");

    assertThat(dates.after(Instant.EPOCH)).containsExactly(january, march);
    assertThat(dates.next(january)).contains(march);
    assertThat(dates.previous(march)).contains(january);
    assertThat(dates.next(march)).isEmpty();
    assertThat(dates.previous(january)).isEmpty();
  }

  @Test
  void aPartOfATableIncludesBothEnds() {
    Instant first = Instant.parse("2026-01-01T00:00:00Z");
    Instant last = Instant.parse("2026-01-01T03:00:00Z");
    Timetable part =
        Timetable.of(Cron.parse("@hourly", false), ZoneId.of("UTC"), DstGap.FIRE)
            .within(first, last);

    assertThat(part.after(Instant.EPOCH)).hasSize(4).startsWith(first).endsWith(last);
    assertThat(part.previous(Instant.parse("2030-01-01T00:00:00Z"))).contains(last);
    assertThat(part.previous(last.plusSeconds(1))).contains(last);
    assertThat(part.previous(first)).isEmpty();
    assertThat(part.next(last)).isEmpty();
  }
}
