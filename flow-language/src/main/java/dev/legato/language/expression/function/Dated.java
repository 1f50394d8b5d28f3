package dev.legato.language.expression.function;

import dev.legato.language.calendar.PublicHolidays;
import dev.legato.language.expression.format.Dates;
import dev.legato.language.expression.runtime.Call;
import dev.legato.language.expression.runtime.ExpressionFunction;
import dev.legato.language.expression.runtime.Signature;
import java.time.DayOfWeek;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeParseException;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/** Functions about dates. */
final class Dated {
  private static final String[] DATE = {"date"};

  private final InstantSource clock;
  private final ZoneId zone;
  private final PublicHolidays holidays = new PublicHolidays();

  private Dated(InstantSource clock, ZoneId zone) {
    this.clock = clock;
    this.zone = zone;
  }

  static List<ExpressionFunction> all(InstantSource clock, ZoneId zone) {
    Dated functions = new Dated(clock, zone);
    return Stream.concat(functions.ofDates(zone).stream(), comparisons().stream()).toList();
  }

  private List<ExpressionFunction> ofDates(ZoneId zone) {
    return List.of(
        ExpressionFunction.of(
            new Signature(
                "now", Dates.ARGUMENTS, "The current time: now(timeZone='Europe/Paris')", false),
            call -> Dates.print(clock.instant().atZone(zone), call, zone)),
        of("dayOfWeek", "MONDAY to SUNDAY", (date, _) -> date.getDayOfWeek().name()),
        of("dayOfMonth", "1 to 31", (date, _) -> (long) date.getDayOfMonth()),
        of("monthOfYear", "JANUARY to DECEMBER", (date, _) -> date.getMonth().name()),
        of("hourOfDay", "0 to 23", (date, _) -> (long) date.getHour()),
        of("isWeekend", "Whether it is Saturday or Sunday", (date, _) -> isWeekend(date)),
        of(
            "isDayWeekInMonth",
            "Whether it is that day of the month: isDayWeekInMonth(d, 'MONDAY', 'FIRST')",
            Dated::isDayWeekInMonth,
            "date",
            "day",
            "dayInMonth"),
        of(
            "isLastWorkingDay",
            "Whether it is one of the last working days (1) of its month",
            Dated::isLastWorkingDay,
            "date",
            "days"),
        of(
            "isPublicHoliday",
            "Whether it is a public holiday: isPublicHoliday(d, 'DE', 'BY')",
            this::isPublicHoliday,
            "date",
            "country",
            "subDivision"));
  }

  private static List<ExpressionFunction> comparisons() {
    return List.of(
        compare("isDateBefore", "Whether the date is before the other", "before", -1),
        compare("isDateAfter", "Whether the date is after the other", "after", 1),
        ExpressionFunction.of(
            Signature.of(
                "isDateBetween",
                "Whether it is after one and before the other date",
                "date",
                "after",
                "before"),
            call -> order(call, "date", "after") > 0 && order(call, "date", "before") < 0));
  }

  private ExpressionFunction of(
      String name,
      String documentation,
      BiFunction<ZonedDateTime, Call, Object> body,
      String... arguments) {
    String[] names = arguments.length == 0 ? DATE : arguments;
    return ExpressionFunction.of(
        Signature.of(name, documentation, names),
        call -> body.apply(Dates.read(call.required("date"), call, zone), call));
  }

  private static boolean isWeekend(ZonedDateTime date) {
    return date.getDayOfWeek() == DayOfWeek.SATURDAY || date.getDayOfWeek() == DayOfWeek.SUNDAY;
  }

  private static boolean isDayWeekInMonth(ZonedDateTime date, Call call) {
    DayOfWeek day;
    try {
      day = DayOfWeek.valueOf(call.text("day").toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw call.fail("needs a day such as MONDAY");
    }
    int ordinal =
        switch (call.text("dayInMonth").toUpperCase(Locale.ROOT)) {
          case "FIRST" -> 1;
          case "SECOND" -> 2;
          case "THIRD" -> 3;
          case "FOURTH" -> 4;
          case "LAST" -> -1;
          default -> throw call.fail("needs FIRST, SECOND, THIRD, FOURTH or LAST");
        };
    return date.toLocalDate()
        .equals(date.toLocalDate().with(TemporalAdjusters.dayOfWeekInMonth(ordinal, day)));
  }

  private static boolean isLastWorkingDay(ZonedDateTime date, Call call) {
    long left = call.integer("days", 1);
    ZonedDateTime day = date.with(TemporalAdjusters.lastDayOfMonth());
    while (left > 0 && !day.isBefore(date)) {
      if (!isWeekend(day)) {
        if (day.isEqual(date)) {
          return true;
        }
        left--;
      }
      day = day.minusDays(1);
    }
    return false;
  }

  private boolean isPublicHoliday(ZonedDateTime date, Call call) {
    Object part = call.argument("subDivision");
    try {
      return holidays.isHoliday(
          date.toLocalDate(), call.text("country"), part == null ? null : call.text("subDivision"));
    } catch (PublicHolidays.UnknownPlaceException e) {
      throw call.fail(e.reason());
    }
  }

  private static ExpressionFunction compare(
      String name, String documentation, String other, int sign) {
    return ExpressionFunction.of(
        Signature.of(name, documentation, "date", other),
        call -> Integer.signum(order(call, "date", other)) == sign);
  }

  private static int order(Call call, String one, String other) {
    return read(call, one).toInstant().compareTo(read(call, other).toInstant());
  }

  private static OffsetDateTime read(Call call, String argument) {
    try {
      return ZonedDateTime.parse(call.text(argument)).toOffsetDateTime();
    } catch (DateTimeParseException e) {
      throw call.fail("needs a date-time with an offset for '%s'".formatted(argument));
    }
  }
}
