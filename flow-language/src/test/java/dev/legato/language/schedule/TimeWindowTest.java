package dev.legato.language.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.legato.language.schedule.TimeWindow.Window;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TimeWindowTest {
  private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
  private static final ZoneId UTC = ZoneId.of("UTC");

  @ParameterizedTest(name = "{0} at {1}")
  @CsvSource(
      delimiter = '|',
      nullValues = "closed",
      textBlock =
          """
          # whole days, the default
          -                             | 2026-11-22T14:47:31Z | 2026-11-22T00:00:00Z | 2026-11-22T23:59:59.999Z
          type=DURATION_WINDOW          | 2026-11-22T00:00:00Z | 2026-11-22T00:00:00Z | 2026-11-22T23:59:59.999Z
          type=duration_window          | 2026-11-22T23:59:59.999Z | 2026-11-22T00:00:00Z | 2026-11-22T23:59:59.999Z
          window=P2D                    | 2026-11-22T14:47:31Z | 2026-11-22T00:00:00Z | 2026-11-23T23:59:59.999Z
          window=86400                  | 2026-11-22T14:47:31Z | 2026-11-22T00:00:00Z | 2026-11-22T23:59:59.999Z
          # moved; always the one that contains the instant
          windowAdvance=PT4H            | 2026-11-22T14:47:31Z | 2026-11-22T04:00:00Z | 2026-11-23T03:59:59.999Z
          windowAdvance=PT4H            | 2026-11-22T02:00:00Z | 2026-11-21T04:00:00Z | 2026-11-22T03:59:59.999Z
          windowAdvance=-PT4H           | 2026-11-22T14:47:31Z | 2026-11-21T20:00:00Z | 2026-11-22T19:59:59.999Z
          windowAdvance=-PT4H           | 2026-11-22T21:00:00Z | 2026-11-22T20:00:00Z | 2026-11-23T19:59:59.999Z
          # hours, minutes, seconds
          window=PT1H                   | 2026-11-22T14:47:31Z | 2026-11-22T14:00:00Z | 2026-11-22T14:59:59.999Z
          window=PT6H                   | 2026-11-22T14:47:31Z | 2026-11-22T14:00:00Z | 2026-11-22T19:59:59.999Z
          window=PT1H;windowAdvance=PT30M | 2026-11-22T14:47:31Z | 2026-11-22T14:30:00Z | 2026-11-22T15:29:59.999Z
          window=PT1H;windowAdvance=PT50M | 2026-11-22T14:47:31Z | 2026-11-22T13:50:00Z | 2026-11-22T14:49:59.999Z
          window=PT15M                  | 2026-11-22T14:47:31Z | 2026-11-22T14:45:00Z | 2026-11-22T14:59:59.999Z
          window=PT1M                   | 2026-11-22T14:47:31Z | 2026-11-22T14:47:00Z | 2026-11-22T14:47:59.999Z
          window=PT20S                  | 2026-11-22T14:47:31Z | 2026-11-22T14:47:20Z | 2026-11-22T14:47:39.999Z
          # opens with the first execution
          type=SLIDING_WINDOW           | 2026-11-22T14:47:31Z | 2026-11-22T14:47:31Z | 2026-11-23T14:47:30.999Z
          type=SLIDING_WINDOW;window=PT1H | 2026-11-22T14:47:31Z | 2026-11-22T14:47:31Z | 2026-11-22T15:47:30.999Z
          # a part of the day
          type=DAILY_TIME_WINDOW;startTime=06:00;endTime=09:30 | 2026-11-22T06:00:00Z | 2026-11-22T06:00:00Z | 2026-11-22T09:30:00Z
          type=DAILY_TIME_WINDOW;startTime=06:00;endTime=09:30 | 2026-11-22T09:30:00Z | 2026-11-22T06:00:00Z | 2026-11-22T09:30:00Z
          type=DAILY_TIME_WINDOW;startTime=06:00;endTime=09:30 | 2026-11-22T05:59:59Z | closed | closed
          type=DAILY_TIME_WINDOW;startTime=06:00;endTime=09:30 | 2026-11-22T09:30:01Z | closed | closed
          type=DAILY_TIME_WINDOW;startTime=06:00:00+02:00;endTime=09:00:00+02:00 | 2026-11-22T05:00:00Z | 2026-11-22T04:00:00Z | 2026-11-22T07:00:00Z
          type=DAILY_TIME_WINDOW;startTime=06:00:00+02:00;endTime=09:00:00Z | 2026-11-22T08:00:00Z | 2026-11-22T04:00:00Z | 2026-11-22T09:00:00Z
          type=DAILY_TIME_WINDOW;startTime=22:00;endTime=04:00 | 2026-11-22T23:00:00Z | 2026-11-22T22:00:00Z | 2026-11-23T04:00:00Z
          type=DAILY_TIME_WINDOW;startTime=22:00;endTime=04:00 | 2026-11-22T03:00:00Z | 2026-11-21T22:00:00Z | 2026-11-22T04:00:00Z
          type=DAILY_TIME_WINDOW;startTime=22:00;endTime=04:00 | 2026-11-22T12:00:00Z | closed | closed
          type=DAILY_TIME_DEADLINE;deadline=09:00:00 | 2026-11-22T08:00:00Z | 2026-11-22T00:00:00Z | 2026-11-22T09:00:00Z
          type=DAILY_TIME_DEADLINE;deadline=09:00:00 | 2026-11-22T09:00:01Z | closed | closed
          type=DAILY_TIME_DEADLINE;deadline=09:00:00+09:00 | 2026-11-21T15:00:00Z | 2026-11-21T15:00:00Z | 2026-11-22T00:00:00Z
          """)
  void preconditionsHaveOneOfFourWindows(
      String properties, Instant instant, Instant start, Instant end) {
    assertWindow(TimeWindow.ofPreconditions(map(properties), UTC), instant, start, end);
  }

  @ParameterizedTest(name = "{0} at {1}")
  @CsvSource(
      delimiter = '|',
      nullValues = "closed",
      textBlock =
          """
          -                            | 2026-11-22T14:47:31Z | 2026-11-21T23:00:00Z | 2026-11-22T22:59:59.999Z
          timezone=UTC                 | 2026-11-22T14:47:31Z | 2026-11-22T00:00:00Z | 2026-11-22T23:59:59.999Z
          every=PT1H                   | 2026-11-22T14:47:31Z | 2026-11-22T14:00:00Z | 2026-11-22T14:59:59.999Z
          every=P1D;offset=PT6H        | 2026-11-22T14:47:31Z | 2026-11-22T05:00:00Z | 2026-11-23T04:59:59.999Z
          deadline=09:00               | 2026-11-22T07:30:00Z | 2026-11-21T23:00:00Z | 2026-11-22T08:00:00Z
          deadline=09:00               | 2026-11-22T08:30:00Z | closed | closed
          deadline=09:00;timezone=America/New_York | 2026-11-22T13:30:00Z | 2026-11-22T05:00:00Z | 2026-11-22T14:00:00Z
          from=08:00;to=10:00          | 2026-11-22T08:30:00Z | 2026-11-22T07:00:00Z | 2026-11-22T09:00:00Z
          from=08:00;to=10:00          | 2026-11-22T09:30:00Z | closed | closed
          from=23:00;to=01:00          | 2026-11-22T23:30:00Z | 2026-11-22T22:00:00Z | 2026-11-23T00:00:00Z
          lookback=PT2H                | 2026-11-22T14:47:31Z | 2026-11-22T12:47:31Z | 2026-11-22T14:47:31Z
          """)
  void dependenciesHaveOneOfFourWindows(
      String properties, Instant instant, Instant start, Instant end) {
    assertWindow(TimeWindow.ofDependencies(map(properties), PARIS), instant, start, end);
  }

  @ParameterizedTest(name = "{0} at {1}")
  @CsvSource(
      delimiter = '|',
      nullValues = "closed",
      textBlock =
          """
          # a day of 23 hours, a day of 25
          -                             | 2026-03-29T12:00:00Z | 2026-03-28T23:00:00Z | 2026-03-29T21:59:59.999Z
          -                             | 2026-10-25T12:00:00Z | 2026-10-24T22:00:00Z | 2026-10-25T22:59:59.999Z
          windowAdvance=PT2H30M         | 2026-03-29T01:00:00Z | 2026-03-29T01:00:00Z | 2026-03-30T00:29:59.999Z
          windowAdvance=PT2H30M         | 2026-10-25T01:10:00Z | 2026-10-25T00:30:00Z | 2026-10-26T01:29:59.999Z
          window=PT1H                   | 2026-10-25T00:10:00Z | 2026-10-25T00:00:00Z | 2026-10-25T00:59:59.999Z
          window=PT1H                   | 2026-10-25T01:10:00Z | 2026-10-25T01:00:00Z | 2026-10-25T01:59:59.999Z
          type=DAILY_TIME_DEADLINE;deadline=02:30 | 2026-03-29T00:30:00Z | 2026-03-28T23:00:00Z | 2026-03-29T01:00:00Z
          type=DAILY_TIME_DEADLINE;deadline=02:30 | 2026-10-25T00:20:00Z | 2026-10-24T22:00:00Z | 2026-10-25T00:30:00Z
          type=DAILY_TIME_WINDOW;startTime=02:15;endTime=02:45 | 2026-03-29T01:00:01Z | closed | closed
          """)
  void windowsFollowClocksThatAreChanged(
      String properties, Instant instant, Instant start, Instant end) {
    assertWindow(TimeWindow.ofPreconditions(map(properties), PARIS), instant, start, end);
  }

  @Test
  void betweenDailyWindowsTheNextOneIsKnown() {
    TimeWindow mornings = TimeWindow.ofDependencies(map("from=08:00;to=10:00"), UTC);

    assertThat(mornings.atOrNext(Instant.parse("2026-11-22T07:00:00Z")))
        .isEqualTo(
            new Window(
                Instant.parse("2026-11-22T08:00:00Z"), Instant.parse("2026-11-22T10:00:00Z")));
    assertThat(mornings.atOrNext(Instant.parse("2026-11-22T10:00:00.001Z")))
        .isEqualTo(
            new Window(
                Instant.parse("2026-11-23T08:00:00Z"), Instant.parse("2026-11-23T10:00:00Z")));
  }

  @Test
  void everyInstantOfTwoYearsHasItsDay() {
    TimeWindow days = TimeWindow.ofPreconditions(map("windowAdvance=PT2H30M"), PARIS);
    Instant end = Instant.parse("2028-01-01T00:00:00Z");
    for (Instant instant = Instant.parse("2026-01-01T00:00:00Z");
        instant.isBefore(end);
        instant = instant.plus(Duration.ofMinutes(10))) {
      assertThat(days.at(instant)).isPresent();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "window=soon,                            Property 'window' of the window must be a duration",
    "window=PT0S,                            A window must be longer than zero",
    "window=-PT1H,                           A window must be longer than zero",
    "type=DAILY_TIME_DEADLINE,            Property 'deadline' of the window must be a time",
    "type=DAILY_TIME_DEADLINE;deadline=9, Property 'deadline' of the window must be a time",
    "type=WEEKLY,                            There is no window 'WEEKLY'",
  })
  void aWindowThatCannotBeReadIsRefused(String properties, String message) {
    assertThatThrownBy(() -> TimeWindow.ofPreconditions(map(properties), UTC))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(message);
  }

  @Test
  void anUnknownTimeZoneIsRefused() {
    assertThatThrownBy(() -> TimeWindow.ofDependencies(map("timezone=Mars/X"), UTC))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("Property 'timezone' of the window must be a time zone");
  }

  private static void assertWindow(
      TimeWindow windows, Instant instant, Instant start, Instant end) {
    if (start == null) {
      assertThat(windows.at(instant)).isEmpty();
    } else {
      assertThat(windows.at(instant)).contains(new Window(start, end));
    }
  }

  private static Map<String, String> map(String properties) {
    return properties.equals("-")
        ? Map.of()
        : Arrays.stream(properties.split(";"))
            .map(property -> property.split("=", 2))
            .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
  }
}
