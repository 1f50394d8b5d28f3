package dev.legato.rest.trigger;

import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;

/**
 * The next dates of a cron expression.
 *
 * @param timezone in which they are meant
 * @param dates with the offset that is valid then, in ascending order
 */
public record NextDatesView(String timezone, List<String> dates) {
  static NextDatesView of(String timezone, List<ZonedDateTime> dates) {
    return new NextDatesView(
        timezone, dates.stream().map(DateTimeFormatter.ISO_OFFSET_DATE_TIME::format).toList());
  }
}
