package dev.legato.language.schedule;

import java.util.List;
import java.util.Locale;

/** One field of a cron expression. Its values are read as bits: bit 5 of the minutes is 5 past. */
enum CronField {
  SECOND("second", 0, 59),
  MINUTE("minute", 0, 59),
  HOUR("hour", 0, 23),
  DAY_OF_MONTH("day of the month", 1, 31),
  MONTH(
      "month", 1, 12, "JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV",
      "DEC"),
  /** Bits 0, Sunday, to 6; in a text 7 is Sunday too. */
  DAY_OF_WEEK("day of the week", 0, 7, "SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT");

  private static final int MAX_DIGITS = 4;

  private final String what;
  private final int first;
  private final int last;

  @SuppressWarnings("ImmutableEnumChecker") // made by List.of
  private final List<String> names;

  CronField(String what, int first, int last, String... names) {
    this.what = what;
    this.first = first;
    this.last = last;
    this.names = List.of(names);
  }

  /** Whether the text leaves the field open, so that for days the other field alone decides. */
  static boolean isOpen(String text) {
    return text.equals("*") || text.equals("*/1") || text.equals("/1");
  }

  /** Whether the text begins with all values; no value before a step means all. */
  static boolean beginsWithStar(String text) {
    return text.startsWith("*") || text.startsWith("/");
  }

  /** The values that the text stands for, a bit each. */
  long read(String text) throws BadCronException {
    long bits = 0;
    for (String part : text.split(",", -1)) {
      bits |= readPart(part);
    }
    boolean sundayIsSeven = this == DAY_OF_WEEK && (bits & (1L << last)) != 0;
    return sundayIsSeven ? (bits | 1) & ~(1L << last) : bits;
  }

  private long readPart(String part) throws BadCronException {
    int slash = part.indexOf('/');
    String values = slash < 0 ? part : part.substring(0, slash);
    int step = slash < 0 ? 1 : step(part.substring(slash + 1), part);
    if (values.equals("*") || (values.isEmpty() && slash == 0)) {
      return bits(first, last, step);
    }
    int dash = values.indexOf('-');
    if (dash < 0) {
      int value = value(values, part);
      int from = this == DAY_OF_WEEK && value == last ? first : value;
      return bits(from, slash < 0 ? from : last, step);
    }
    int from = value(values.substring(0, dash), part);
    String end = values.substring(dash + 1);
    int to = value(end, part);
    if (this == DAY_OF_WEEK && to == 0 && !end.equals("0")) {
      to = last; // FRI-SUN
    }
    if (from > to) {
      throw new BadCronException("The range '%s' runs backwards.".formatted(values));
    }
    return bits(from, to, step);
  }

  private int step(String text, String part) throws BadCronException {
    int step = number(text);
    if (step < 1 || step > last) {
      throw new BadCronException(
          "The step in '%s' must be a number from 1 to %d.".formatted(part, last));
    }
    return step;
  }

  private int value(String text, String part) throws BadCronException {
    int name = names.indexOf(text.toUpperCase(Locale.ROOT));
    int value = name >= 0 ? name + first : number(text);
    if (value < first || value > last) {
      throw new BadCronException(
          "'%s' is not a %s: it needs numbers from %d to %d%s, or lists (1,5), ranges (1-5) and steps (*/5) of them."
              .formatted(
                  part,
                  what,
                  first,
                  last,
                  names.isEmpty()
                      ? ""
                      : " or names from %s to %s".formatted(names.getFirst(), names.getLast())));
    }
    return value;
  }

  /** -1 unless the text has digits only. */
  private static int number(String text) {
    boolean digits = text.chars().allMatch(c -> c >= '0' && c <= '9');
    return digits && !text.isEmpty() && text.length() <= MAX_DIGITS ? Integer.parseInt(text) : -1;
  }

  private static long bits(int from, int to, int step) {
    long bits = 0;
    for (int value = from; value <= to; value += step) {
      bits |= 1L << value;
    }
    return bits;
  }
}
