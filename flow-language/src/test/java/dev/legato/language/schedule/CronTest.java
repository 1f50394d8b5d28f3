package dev.legato.language.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.cronutils.model.CronType;
import com.cronutils.model.definition.CronDefinitionBuilder;
import com.cronutils.model.time.ExecutionTime;
import com.cronutils.parser.CronParser;
import dev.legato.model.flow.DstGap;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class CronTest {
  /** A Sunday. */
  private static final Instant MARCH = Instant.parse("2026-03-01T00:00:00Z");

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          * * * * *        | 03-01T00:01 03-01T00:02
          @hourly          | 03-01T01:00 03-01T02:00
          @weekly          | 03-08T00:00 03-15T00:00
          @monthly         | 04-01T00:00 05-01T00:00
          /20 * * * *      | 03-01T00:20 03-01T00:40 03-01T01:00
          5/25 * * * *     | 03-01T00:05 03-01T00:30 03-01T00:55 03-01T01:05
          10-20/5 6 * * *  | 03-01T06:10 03-01T06:15 03-01T06:20 03-02T06:10
          0 9 * * 1-5      | 03-02T09:00 03-03T09:00 03-04T09:00
          0 9 * * 5-7      | 03-01T09:00 03-06T09:00 03-07T09:00 03-08T09:00
          0 9 * * FRI-SUN  | 03-01T09:00 03-06T09:00 03-07T09:00 03-08T09:00
          0 9 * * sun-tue  | 03-01T09:00 03-02T09:00 03-03T09:00 03-08T09:00
          0 0 13 * 5       | 03-06T00:00 03-13T00:00 03-20T00:00 03-27T00:00 04-03T00:00 04-10T00:00 04-13T00:00
          0 0 */10 * MON   | 03-02T00:00 03-09T00:00 03-11T00:00 03-16T00:00 03-21T00:00
          0 0 */1 * MON    | 03-02T00:00 03-09T00:00
          0 0 1 4,10 *     | 04-01T00:00 10-01T00:00
          """)
  void datesFollowTheFields(String cron, String expected) {
    List<Instant> dates =
        Arrays.stream(expected.split(" ")).map(d -> Instant.parse("2026-" + d + ":00Z")).toList();

    assertThat(utc(cron).after(MARCH).limit(dates.size())).isEqualTo(dates);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0 0 * * 1/2",
        "0 0 * * */3",
        "0 0 * * 7/2",
        "0 0 * * */7",
        "0 0 * * FRI/2",
        "0 0 * * 5-7",
        "0 0 * * 2-7/5",
        "0 0 */2 * MON",
        "0 0 1-31 * MON",
        "0 0 *,5 * MON",
        "0 0 1/10 * *",
        "0 0 * 2/5 *",
        "0 0 13 * 0-6",
        "*/7 3,5-9/2 * FEB-NOV/3 SAT",
        "1-5,*/10 0 * * *"
      })
  void datesEqualThoseOfTheLibraryThatUsersComeFrom(String cron) {
    ExecutionTime theirs =
        ExecutionTime.forCron(
            new CronParser(CronDefinitionBuilder.instanceDefinitionFor(CronType.UNIX)).parse(cron));
    List<Instant> expected =
        Stream.iterate(
                MARCH.atZone(ZoneOffset.UTC), date -> theirs.nextExecution(date).orElseThrow())
            .skip(1)
            .limit(50)
            .map(date -> date.toInstant())
            .toList();

    assertThat(utc(cron).after(MARCH).limit(50)).isEqualTo(expected);
  }

  @Test
  void secondsCanBeAField() {
    Timetable timetable =
        Timetable.of(Cron.parse("10/25 * * * * *", true), ZoneOffset.UTC, DstGap.FIRE);

    assertThat(timetable.after(MARCH).limit(3))
        .containsExactly(MARCH.plusSeconds(10), MARCH.plusSeconds(35), MARCH.plusSeconds(70));
    assertThat(timetable.previous(MARCH)).contains(MARCH.minusSeconds(25));
  }

  @Test
  void aDateIsStrictlyAfterOrBeforeWithFractionsOfASecond() {
    Timetable hourly = utc("@hourly");

    assertThat(hourly.next(MARCH.minusNanos(1))).contains(MARCH);
    assertThat(hourly.next(MARCH)).contains(MARCH.plusSeconds(3600));
    assertThat(hourly.previous(MARCH.plusNanos(1))).contains(MARCH);
    assertThat(hourly.previous(MARCH)).contains(MARCH.minusSeconds(3600));
    assertThat(hourly.atOrAfter(MARCH)).contains(MARCH);
    assertThat(hourly.atOrBefore(MARCH)).contains(MARCH);
  }

  @Test
  void theLeapDayIsFoundAcrossACenturyWithoutOne() {
    Timetable leapDay = utc("0 0 29 2 *");

    assertThat(leapDay.next(Instant.parse("2096-03-01T00:00:00Z")))
        .contains(Instant.parse("2104-02-29T00:00:00Z"));
    assertThat(leapDay.previous(Instant.parse("2104-02-01T00:00:00Z")))
        .contains(Instant.parse("2096-02-29T00:00:00Z"));
  }

  @Test
  void aYearWhoseDateWasRemovedIsPassedOver() {
    Cron cron = Cron.parse("0 12 30 12 *", false);
    Optional<Instant> next =
        cron.next(Instant.parse("2011-06-01T00:00:00Z"), ZoneId.of("Pacific/Apia"), DstGap.FIRE);

    assertThat(next).contains(Instant.parse("2012-12-29T22:00:00Z"));
  }

  @Test
  void aWrongExpressionCannotBeRead() {
    assertThatThrownBy(() -> Cron.parse("61 * * * *", false))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("'61 * * * *' is not a cron expression: '61' is not a minute");
  }

  @Test
  void theTextIsKeptAsWritten() {
    assertThat(Cron.parse("@daily", false)).hasToString("@daily");
  }

  private static Timetable utc(String cron) {
    return Timetable.of(Cron.parse(cron, false), ZoneOffset.UTC, DstGap.FIRE);
  }
}
