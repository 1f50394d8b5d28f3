package dev.legato.language.schedule;

import java.time.LocalDate;
import java.time.Month;
import java.time.Year;

/** The days that a cron expression means. A day is the number of days since 1970-01-01. */
final class CronDays {
  private static final int WEEK = 7;
  private static final int YEAR = 12;
  private static final int THURSDAY = 4; // the day of the week of 1970-01-01

  /** Times seven bits, these bits six times over: a month has days of up to six weeks. */
  private static final long EVERY_WEEK =
      1 | (1L << 7) | (1L << 14) | (1L << 21) | (1L << 28) | (1L << 35);

  private final long months;
  private final long daysOfMonth;
  private final boolean anyDayOfWeek;

  /** For each day of the week on which a month may begin, the days of that month. */
  private final long[] ofMonthThatBegins = new long[WEEK];

  /**
   * When both kinds of days are limited, a day of either kind counts.
   *
   * @param daysOfMonth bits 1 to 31
   * @param months bits 1 to 12
   * @param daysOfWeek bits 0, Sunday, to 6
   */
  CronDays(
      long daysOfMonth, boolean anyDayOfMonth, long months, long daysOfWeek, boolean anyDayOfWeek) {
    this.months = months;
    this.daysOfMonth = daysOfMonth;
    this.anyDayOfWeek = anyDayOfWeek;
    for (int weekday = 0; weekday < WEEK; weekday++) {
      long inWeeks = inMonth(daysOfWeek, weekday);
      ofMonthThatBegins[weekday] =
          anyDayOfWeek ? daysOfMonth : anyDayOfMonth ? inWeeks : daysOfMonth | inWeeks;
    }
  }

  /** Bit 1, the first of a month, is taken from the day of the week on which the month begins. */
  private static long inMonth(long daysOfWeek, int firstWeekday) {
    return ((daysOfWeek * EVERY_WEEK) >>> firstWeekday) << 1;
  }

  /** Whether there is no such day in any year, as with the 30th of February. */
  boolean isEmpty() {
    int longest = 0;
    for (int month = 1; month <= YEAR; month++) {
      if (Bits.has(months, month)) {
        longest = Math.max(longest, Month.of(month).maxLength());
      }
    }
    return anyDayOfWeek && Bits.first(daysOfMonth) > longest;
  }

  /** The first day that is not before the given one. */
  long atOrAfter(long day) {
    LocalDate date = LocalDate.ofEpochDay(day);
    int year = date.getYear();
    int month = date.getMonthValue();
    int from = date.getDayOfMonth();
    long firstOfMonth = day - from + 1;
    while (true) {
      int found = Bits.atOrAfter(days(year, month, firstOfMonth), from);
      if (found != Bits.NONE) {
        return firstOfMonth + found - 1;
      }
      firstOfMonth += length(year, month);
      year += month / YEAR;
      month = month % YEAR + 1;
      from = 1;
    }
  }

  /** The last day that is not after the given one. */
  long atOrBefore(long day) {
    LocalDate date = LocalDate.ofEpochDay(day);
    int year = date.getYear();
    int month = date.getMonthValue();
    int to = date.getDayOfMonth();
    long firstOfMonth = day - to + 1;
    while (true) {
      int found = Bits.atOrBefore(days(year, month, firstOfMonth), to);
      if (found != Bits.NONE) {
        return firstOfMonth + found - 1;
      }
      year -= month == 1 ? 1 : 0;
      month = month == 1 ? YEAR : month - 1;
      to = length(year, month);
      firstOfMonth -= to;
    }
  }

  private long days(int year, int month, long firstOfMonth) {
    if (!Bits.has(months, month)) {
      return 0;
    }
    long days = ofMonthThatBegins[Math.floorMod(firstOfMonth + THURSDAY, WEEK)];
    return days & ((2L << length(year, month)) - 1);
  }

  private static int length(int year, int month) {
    return Month.of(month).length(Year.isLeap(year));
  }
}
