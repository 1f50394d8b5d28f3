package dev.legato.language.flow;

import dev.legato.language.complaint.ComplaintCode;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Rules on times, zones and windows of triggers and conditions. */
final class TimeRules {
  private static final String DEFAULT_WINDOW = "DURATION_WINDOW";

  /** Which properties of a window belong to which type; all properties have a row. */
  private static final Map<String, List<String>> OF_WINDOW =
      Map.of(
          DEFAULT_WINDOW,
          List.of("window", "windowAdvance"),
          "SLIDING_WINDOW",
          List.of("window"),
          "DAILY_TIME_WINDOW",
          List.of("startTime", "endTime"),
          "DAILY_TIME_DEADLINE",
          List.of("deadline"));

  private static final List<String> DAILY = List.of("startTime", "endTime", "deadline");

  private TimeRules() {}

  /** A time of day such as {@code 08:00}, with or without an offset. */
  static void checkTime(Fields fields, String name) {
    String time = fields.text(name);
    if (time != null && !parses(DateTimeFormatter.ISO_TIME, time)) {
      fields.error(
          ComplaintCode.WRONG_TYPE,
          name,
          "Property '%s' must be a time of day, but is '%s'.".formatted(name, time),
          "Write '08:00:00' or '08:00:00+02:00'.");
    }
  }

  static boolean isDateTime(String text) {
    return parses(DateTimeFormatter.ISO_DATE_TIME, text.strip());
  }

  private static boolean parses(DateTimeFormatter format, String text) {
    try {
      format.parse(text);
      return true;
    } catch (DateTimeException _) {
      return false;
    }
  }

  /** The id of a time zone, unless it is a template. */
  static void checkZone(Fields fields, String name) {
    String zone = fields.text(name);
    if (zone == null || Templates.isTemplate(zone)) {
      return;
    }
    try {
      ZoneId.of(zone);
    } catch (DateTimeException _) {
      fields.error(
          ComplaintCode.INVALID_VALUE,
          name,
          "There is no time zone '%s'.".formatted(zone),
          "Write an IANA name such as 'Europe/Paris', or an offset such as '+02:00'.");
    }
  }

  /** A window of a Flow trigger or of a MultipleCondition. */
  static void checkWindow(@Nullable Fields window) {
    if (window == null) {
      return;
    }
    String written = window.text("type");
    String type = written == null ? DEFAULT_WINDOW : written.toUpperCase(Locale.ROOT);
    List<String> own = OF_WINDOW.get(type);
    if (own == null) {
      return; // complained of as a value that is not one of the names
    }
    for (String name : window.names()) {
      if (!name.equals("type") && isOfSomeWindow(name) && !own.contains(name)) {
        window.error(
            ComplaintCode.INVALID_VALUE,
            name,
            "A window of type '%s' has no property '%s'.".formatted(type, name),
            "It has: %s.".formatted(String.join(", ", own)));
      }
    }
    own.stream().filter(DAILY::contains).forEach(window::require);
    DAILY.forEach(name -> checkTime(window, name));
  }

  private static boolean isOfSomeWindow(String name) {
    return OF_WINDOW.values().stream().anyMatch(names -> names.contains(name));
  }
}
