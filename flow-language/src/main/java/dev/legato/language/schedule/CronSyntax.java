package dev.legato.language.schedule;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Cron expressions: minute, hour, day of the month, month, day of the week (0 and 7 are Sunday), or
 * a nickname such as {@code @daily}. A seconds field may stand first.
 *
 * <p>The dialect is that of Unix with names: {@code *}, lists, ranges that do not run backwards,
 * steps. There is no {@code ? L W #}.
 */
public final class CronSyntax {
  private static final int MAX_LENGTH = 200;

  private static final Pattern SPACE = Pattern.compile("\\s+");

  private static final Map<String, String> NICKNAMES =
      Map.of(
          "@yearly", "0 0 1 1 *",
          "@annually", "0 0 1 1 *",
          "@monthly", "0 0 1 * *",
          "@weekly", "0 0 * * 0",
          "@daily", "0 0 * * *",
          "@midnight", "0 0 * * *",
          "@hourly", "0 * * * *");

  private CronSyntax() {}

  /**
   * What is wrong with the expression, as a sentence; empty when it is fine. An expression for days
   * that do not exist, such as the 30th of February, is wrong.
   *
   * @param withSeconds whether the first of six fields are seconds
   */
  public static Optional<String> problem(String cron, boolean withSeconds) {
    try {
      read(cron, withSeconds);
      return Optional.empty();
    } catch (BadCronException e) {
      return Optional.of(e.sentence());
    }
  }

  static Cron read(String cron, boolean withSeconds) throws BadCronException {
    if (cron.length() > MAX_LENGTH) {
      throw new BadCronException("It has more than %d characters.".formatted(MAX_LENGTH));
    }
    String[] fields = fields(cron.strip(), withSeconds);
    int minute = fields.length - 5;
    CronTimes times =
        new CronTimes(
            withSeconds && minute == 1 ? CronField.SECOND.read(fields[0]) : 1,
            CronField.MINUTE.read(fields[minute]),
            CronField.HOUR.read(fields[minute + 1]));
    CronDays days =
        new CronDays(
            CronField.DAY_OF_MONTH.read(fields[minute + 2]),
            CronField.isOpen(fields[minute + 2]),
            CronField.MONTH.read(fields[minute + 3]),
            CronField.DAY_OF_WEEK.read(fields[minute + 4]),
            CronField.isOpen(fields[minute + 4]));
    if (days.isEmpty()) {
      throw new BadCronException("It never fires: no such month has such a day.");
    }
    boolean wallClock =
        !CronField.beginsWithStar(fields[minute]) && !CronField.beginsWithStar(fields[minute + 1]);
    return new Cron(cron, times, days, wallClock);
  }

  private static String[] fields(String cron, boolean withSeconds) throws BadCronException {
    if (cron.startsWith("@")) {
      String meaning = NICKNAMES.get(cron);
      if (meaning == null) {
        throw new BadCronException(
            "The nicknames are @yearly, @annually, @monthly, @weekly, @daily, @midnight, @hourly.");
      }
      return meaning.split(" ", -1);
    }
    String[] fields = cron.isEmpty() ? new String[0] : SPACE.split(cron, -1);
    int expected = withSeconds ? 6 : 5;
    if (fields.length != expected) {
      throw new BadCronException(
          "It has %d fields instead of %d.".formatted(fields.length, expected));
    }
    return fields;
  }
}
