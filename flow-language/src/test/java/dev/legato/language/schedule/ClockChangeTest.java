package dev.legato.language.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.legato.model.flow.DstGap;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What fires on the days on which clocks are set forward or back. */
final class ClockChangeTest {
  @ParameterizedTest(name = "{0}: {2} in {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          1 gap            | Europe/Paris         | 30 2 * * *        | 2026-03-28T23:00Z | 2026-03-29T22:00Z | 2026-03-29T01:00Z
          1 gap            | Europe/Paris         | 0 2 * * *         | 2026-03-28T23:00Z | 2026-03-29T22:00Z | 2026-03-29T01:00Z
          2 weekly         | Europe/Paris         | 30 2 * * 0        | 2026-03-23T00:00Z | 2026-04-05T00:00Z | 2026-03-29T01:00Z
          2 yearly         | Europe/Paris         | 30 2 29 3 *       | 2025-12-01T00:00Z | 2026-12-01T00:00Z | 2026-03-29T01:00Z
          3 collapse       | Europe/Paris         | 0,30 2 * * *      | 2026-03-28T23:00Z | 2026-03-29T22:00Z | 2026-03-29T01:00Z
          4 gap and after  | Europe/Paris         | 15 2,3 * * *      | 2026-03-28T23:00Z | 2026-03-29T22:00Z | 2026-03-29T01:00Z 2026-03-29T01:15Z
          4 both at end    | Europe/Paris         | 0 2,3 * * *       | 2026-03-28T23:00Z | 2026-03-29T22:00Z | 2026-03-29T01:00Z
          5 real time      | Europe/Paris         | */15 * * * *      | 2026-03-29T00:40Z | 2026-03-29T01:20Z | 2026-03-29T00:45Z 2026-03-29T01:00Z 2026-03-29T01:15Z
          6 real time      | Europe/Paris         | */10 2 * * *      | 2026-03-28T23:00Z | 2026-03-29T22:00Z | -
          7 overlap        | Europe/Paris         | 30 2 * * *        | 2026-10-24T22:00Z | 2026-10-25T23:00Z | 2026-10-25T00:30Z
          8 both hours     | Europe/Paris         | */20 2 * * *      | 2026-10-24T22:00Z | 2026-10-25T23:00Z | 2026-10-25T00:00Z 2026-10-25T00:20Z 2026-10-25T00:40Z 2026-10-25T01:00Z 2026-10-25T01:20Z 2026-10-25T01:40Z
          9 overlap range  | Europe/Paris         | 30 1-3 * * *      | 2026-10-24T22:00Z | 2026-10-25T23:00Z | 2026-10-24T23:30Z 2026-10-25T00:30Z 2026-10-25T02:30Z
          10 gap           | America/New_York     | 30 2 * * *        | 2026-03-08T05:00Z | 2026-03-09T04:00Z | 2026-03-08T07:00Z
          11 overlap       | America/New_York     | 30 1 * * *        | 2026-11-01T04:00Z | 2026-11-02T05:00Z | 2026-11-01T05:30Z
          12 gap           | Europe/London        | 30 1 * * *        | 2026-03-29T00:00Z | 2026-03-29T23:00Z | 2026-03-29T01:00Z
          12 overlap       | Europe/Dublin        | 30 1 * * *        | 2026-10-24T23:00Z | 2026-10-26T00:00Z | 2026-10-25T00:30Z
          13 at midnight   | Africa/Cairo         | @daily            | 2026-04-23T12:00Z | 2026-04-24T12:00Z | 2026-04-23T22:00Z
          13 at midnight   | Africa/Cairo         | 0 0 * * *         | 2026-04-23T12:00Z | 2026-04-24T12:00Z | 2026-04-23T22:00Z
          13 at midnight   | Africa/Cairo         | 30 0 * * *        | 2026-04-23T12:00Z | 2026-04-24T12:00Z | 2026-04-23T22:00Z
          14 before it     | Africa/Cairo         | 30 23 * * *       | 2026-10-29T12:00Z | 2026-10-30T12:00Z | 2026-10-29T20:30Z
          14 real time     | Africa/Cairo         | 0 * * * *         | 2026-10-29T19:30Z | 2026-10-29T22:30Z | 2026-10-29T20:00Z 2026-10-29T21:00Z 2026-10-29T22:00Z
          15 gap           | America/Havana       | 30 0 * * *        | 2026-03-08T00:00Z | 2026-03-09T00:00Z | 2026-03-08T05:00Z
          15 overlap       | America/Havana       | 30 0 * * *        | 2026-11-01T00:00Z | 2026-11-02T00:00Z | 2026-11-01T04:30Z
          16 gap           | America/Santiago     | 0 0 * * *         | 2026-09-05T12:00Z | 2026-09-06T12:00Z | 2026-09-06T04:00Z
          16 overlap       | America/Santiago     | 0 23 * * *        | 2026-04-04T12:00Z | 2026-04-05T12:00Z | 2026-04-05T02:00Z
          17 half an hour  | Australia/Lord_Howe  | 15 2 * * *        | 2026-10-03T12:00Z | 2026-10-04T12:00Z | 2026-10-03T15:30Z
          17 real time     | Australia/Lord_Howe  | 0 * * * *         | 2026-10-03T14:00Z | 2026-10-03T16:30Z | 2026-10-03T14:30Z 2026-10-03T16:00Z
          18 half an hour  | Australia/Lord_Howe  | 45 1 * * *        | 2026-04-04T12:00Z | 2026-04-05T12:00Z | 2026-04-04T14:45Z
          18 real time     | Australia/Lord_Howe  | */30 1 * * *      | 2026-04-04T12:00Z | 2026-04-05T12:00Z | 2026-04-04T14:00Z 2026-04-04T14:30Z 2026-04-04T15:00Z
          19 two hours     | Antarctica/Troll     | 30 1 * * *        | 2026-10-24T12:00Z | 2026-10-25T12:00Z | 2026-10-24T23:30Z
          19 two hours     | Antarctica/Troll     | 30 2 * * *        | 2026-03-28T12:00Z | 2026-03-29T12:00Z | 2026-03-29T01:00Z
          20 last hour     | America/Nuuk         | 30 23 * * *       | 2026-03-28T12:00Z | 2026-03-29T12:00Z | 2026-03-29T01:00Z
          21 overlap       | Africa/Casablanca    | 30 2 * * *        | 2026-02-14T12:00Z | 2026-02-15T12:00Z | 2026-02-15T01:30Z
          21 gap           | Africa/Casablanca    | 30 2 * * *        | 2026-03-21T12:00Z | 2026-03-22T12:00Z | 2026-03-22T02:00Z
          22 at midnight   | Asia/Beirut          | 30 0 * * *        | 2026-03-28T12:00Z | 2026-03-29T12:00Z | 2026-03-28T22:00Z
          23 a lost day    | Pacific/Apia         | 0 12 * * *        | 2011-12-29T00:00Z | 2011-12-31T12:00Z | 2011-12-29T22:00Z 2011-12-30T22:00Z
          24 no change     | UTC                  | 30 2 * * *        | 2026-03-29T00:00Z | 2026-03-30T00:00Z | 2026-03-29T02:30Z
          24 no change     | +05:30               | 30 2 * * *        | 2026-03-28T12:00Z | 2026-03-29T12:00Z | 2026-03-28T21:00Z
          24 no change     | Asia/Kolkata         | 30 2 * * *        | 2026-03-28T12:00Z | 2026-03-29T12:00Z | 2026-03-28T21:00Z
          24 leap day      | UTC                  | 0 0 29 2 *        | 2026-01-01T00:00Z | 2029-01-01T00:00Z | 2028-02-29T00:00Z
          24 long months   | UTC                  | 0 0 31 * *        | 2026-01-01T00:00Z | 2026-07-01T00:00Z | 2026-01-31T00:00Z 2026-03-31T00:00Z 2026-05-31T00:00Z
          seconds collapse | Europe/Paris         | */20 30 2 * * *   | 2026-03-28T23:00Z | 2026-03-29T22:00Z | 2026-03-29T01:00Z
          """)
  void everyTimeFiresOnce(
      String row, ZoneId zone, String cron, String from, String to, String expected) {
    Timetable timetable =
        Timetable.of(Cron.parse(cron, cron.split(" ").length == 6), zone, DstGap.FIRE)
            .within(Instant.parse(seconds(from)), Instant.parse(seconds(to)).minusNanos(1));
    List<Instant> dates =
        expected.equals("-")
            ? List.of()
            : Arrays.stream(expected.split(" ")).map(date -> Instant.parse(seconds(date))).toList();

    assertThat(timetable.after(Instant.EPOCH)).as(row).containsExactlyElementsOf(dates);
    assertThat(backwards(timetable)).as(row).containsExactlyElementsOf(dates);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-03-28T23:00:00Z, 2026-03-29T22:00:00Z, 23",
    "2026-10-24T22:00:00Z, 2026-10-25T23:00:00Z, 25",
    "2026-06-14T22:00:00Z, 2026-06-15T22:00:00Z, 24"
  })
  void anHourlyScheduleFollowsRealTime(Instant from, Instant to, int firings) {
    assertThat(paris("0 * * * *", DstGap.FIRE).within(from, to.minusNanos(1)).after(Instant.EPOCH))
        .hasSize(firings);
  }

  @ParameterizedTest
  @CsvSource({
    "30 2 * * *,  2026-03-30T00:30:00Z",
    "30 2 * * 0,  2026-04-05T00:30:00Z",
    "30 2 29 3 *, 2027-03-29T00:30:00Z",
    "'15 2,3 * * *', 2026-03-29T01:15:00Z",
    "*/15 * * * *, 2026-03-29T01:00:00Z"
  })
  void aGapCanBeSkipped(String cron, Instant next) {
    assertThat(paris(cron, DstGap.SKIP).next(Instant.parse("2026-03-29T00:59:00Z"))).contains(next);
  }

  @Test
  void theSecondPassOfAnOverlapLooksBackAtTheFirst() {
    assertThat(paris("30 2 * * *", DstGap.FIRE).next(Instant.parse("2026-10-25T01:10:00Z")))
        .contains(Instant.parse("2026-10-26T01:30:00Z"));
    assertThat(paris("30 2 * * *", DstGap.FIRE).previous(Instant.parse("2026-10-25T01:10:00Z")))
        .contains(Instant.parse("2026-10-25T00:30:00Z"));
  }

  private static Timetable paris(String cron, DstGap gap) {
    return Timetable.of(Cron.parse(cron, false), ZoneId.of("Europe/Paris"), gap);
  }

  private static List<Instant> backwards(Timetable timetable) {
    Instant end = Instant.parse("2100-01-01T00:00:00Z");
    List<Instant> dates =
        Stream.iterate(
                timetable.previous(end),
                date -> date.isPresent(),
                date -> date.flatMap(timetable::previous))
            .map(date -> date.orElseThrow())
            .toList();
    return dates.reversed();
  }

  private static String seconds(String text) {
    return text.replace("Z", ":00Z");
  }
}
