package dev.legato.data.excel;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a number in a cell means, and how Excel shows it. Unusual formats are shown plainly. */
final class CellFormat {
  private static final Pattern NOT_CODE = Pattern.compile("\"[^\"]*\"|\\\\.|\\[[^\\]]*\\]|_.|\\*.");
  private static final Pattern NUMBER = Pattern.compile("[#0,]*(\\.[0#]+)?(E\\+0+)?%?");
  private static final LocalDateTime FROM_1900 = LocalDateTime.of(1899, 12, 30, 0, 0);
  private static final LocalDateTime FROM_1904 = LocalDateTime.of(1904, 1, 1, 0, 0);
  private static final long MILLIS_A_DAY = 86_400_000;
  private static final double LAST_DAY = 2_958_466;

  private CellFormat() {}

  static boolean isDate(String format) {
    String code = NOT_CODE.matcher(format).replaceAll("").toLowerCase(Locale.ROOT);
    return !code.equals("general") && code.matches(".*[ymdhs].*");
  }

  /** The moment of a number of days; null when Excel has no such date. */
  static @Nullable LocalDateTime moment(double days, boolean since1904) {
    if (days < 0 || days >= LAST_DAY) {
      return null;
    }
    LocalDateTime start = since1904 ? FROM_1904 : FROM_1900;
    // Excel believes in the 29th of February 1900
    double real = !since1904 && days < 60 ? days + 1 : days;
    return start.plus(Math.round(real * MILLIS_A_DAY), ChronoUnit.MILLIS);
  }

  /** ISO-8601, without a time at midnight, and without a date for times of the first day. */
  static String iso(LocalDateTime moment, double days) {
    if (days < 1) {
      return DateTimeFormatter.ISO_LOCAL_TIME.format(moment.toLocalTime());
    }
    return moment.toLocalTime().equals(LocalTime.MIDNIGHT)
        ? moment.toLocalDate().toString()
        : DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(moment);
  }

  /** The text that Excel shows for a number. */
  static String shown(double number, String format, boolean since1904) {
    String first = format.split(";", -1)[0];
    if (isDate(first)) {
      LocalDateTime moment = moment(number, since1904);
      return moment == null ? plain(number) : shown(moment, number, first);
    }
    String code = first.replaceAll("[\"\\\\]|\\[[^\\]]*\\]|_.|\\*.", "");
    if (!NUMBER.matcher(code).matches() || code.isEmpty()) {
      return plain(number);
    }
    DecimalFormat pattern =
        new DecimalFormat(code.replace("E+", "E"), DecimalFormatSymbols.getInstance(Locale.ROOT));
    pattern.setRoundingMode(RoundingMode.HALF_UP);
    return pattern.format(number);
  }

  static String plain(double number) {
    return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
  }

  private static String shown(LocalDateTime moment, double days, String format) {
    try {
      return DateTimeFormatter.ofPattern(javaPattern(format), Locale.ROOT).format(moment);
    } catch (DateTimeException | IllegalArgumentException _) {
      return iso(moment, days);
    }
  }

  /** Excel's {@code m} is a month, but a minute behind hours or before seconds. */
  private static String javaPattern(String format) {
    String code = format.replaceAll("\\[\\$[^\\]]*\\]|\\[[^\\]]*\\]|_.|\\*.|\\\\", "");
    boolean halfDays = code.toUpperCase(Locale.ROOT).contains("AM/PM");
    StringBuilder pattern = new StringBuilder();
    boolean afterHours = false;
    for (int i = 0; i < code.length(); ) {
      char c = Character.toLowerCase(code.charAt(i));
      int end = i;
      while (end < code.length() && Character.toLowerCase(code.charAt(end)) == c) {
        end++;
      }
      String run = code.substring(i, end);
      if (code.regionMatches(true, i, "AM/PM", 0, 5)) {
        pattern.append('a');
        end = i + 5;
      } else if (c == 'm') {
        boolean minutes = afterHours || code.substring(end).matches("(?i)[^a-z]*s.*");
        pattern.append((minutes ? "m" : "M").repeat(run.length()));
      } else if (c == 'h') {
        pattern.append((halfDays ? "h" : "H").repeat(run.length()));
      } else if (c == 'd') {
        pattern.append(
            run.length() <= 2 ? "d".repeat(run.length()) : run.length() == 3 ? "EEE" : "EEEE");
      } else if (c == 'y') {
        pattern.append(run.length() <= 2 ? "yy" : "yyyy");
      } else if (c == 's') {
        pattern.append("s".repeat(run.length()));
      } else {
        pattern.append(Character.isLetter(c) ? "'" + run + "'" : run.replace("\"", "'"));
      }
      afterHours = c == 'h' || (afterHours && !Character.isLetter(c));
      i = end;
    }
    return pattern.toString();
  }
}
