package dev.legato.language.schedule;

import com.cronutils.model.definition.CronDefinition;
import com.cronutils.model.definition.CronDefinitionBuilder;
import com.cronutils.parser.CronParser;
import java.util.Optional;

/**
 * Cron expressions: minute, hour, day of the month, month, day of the week (0 and 7 are Sunday), or
 * a nickname such as {@code @daily}. A seconds field may stand first.
 */
public final class CronSyntax {
  private static final int MAX_LENGTH = 200;

  private CronSyntax() {}

  /**
   * What is wrong with the expression, as a sentence; empty when it is fine.
   *
   * @param withSeconds whether the first of six fields are seconds
   */
  public static Optional<String> problem(String cron, boolean withSeconds) {
    if (cron.length() > MAX_LENGTH) {
      return Optional.of("It has more than %d characters.".formatted(MAX_LENGTH));
    }
    int expected = withSeconds ? 6 : 5;
    int fields = cron.isBlank() ? 0 : cron.strip().split("\\s+", -1).length;
    if (fields != expected && !cron.strip().startsWith("@")) {
      return Optional.of("It has %d fields instead of %d.".formatted(fields, expected));
    }
    try {
      new CronParser(definition(withSeconds)).parse(cron).validate();
      return Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.of(sentence(String.valueOf(e.getMessage())));
    }
  }

  private static CronDefinition definition(boolean withSeconds) {
    CronDefinitionBuilder builder = CronDefinitionBuilder.defineCron();
    if (withSeconds) {
      builder.withSeconds().withValidRange(0, 59).withStrictRange().and();
    }
    builder.withMinutes().withValidRange(0, 59).withStrictRange().and();
    builder.withHours().withValidRange(0, 23).withStrictRange().and();
    builder.withDayOfMonth().withValidRange(1, 31).withStrictRange().and();
    builder.withMonth().withValidRange(1, 12).withStrictRange().and();
    builder
        .withDayOfWeek()
        .withValidRange(0, 7)
        .withMondayDoWValue(1)
        .withIntMapping(7, 0)
        .withStrictRange()
        .and();
    return builder
        .withSupportedNicknameYearly()
        .withSupportedNicknameAnnually()
        .withSupportedNicknameMonthly()
        .withSupportedNicknameWeekly()
        .withSupportedNicknameDaily()
        .withSupportedNicknameMidnight()
        .withSupportedNicknameHourly()
        .instance();
  }

  private static String sentence(String message) {
    String text = message.strip();
    return text.endsWith(".") ? text : text + ".";
  }
}
