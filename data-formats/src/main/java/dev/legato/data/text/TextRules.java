package dev.legato.data.text;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * How values become text. Null is empty; an Instant is shown in UTC, other date-times with an
 * offset in the rules' zone; what is no date or time is shown as Java shows it, bytes as Base64.
 */
public final class TextRules {
  public static final String DATE = "yyyy-MM-dd";
  public static final String TIME = "HH:mm:ss[XXX]";
  public static final String DATE_TIME = "yyyy-MM-dd'T'HH:mm:ss.SSS[XXX]";

  private final DateTimeFormatter date;
  private final DateTimeFormatter time;
  private final DateTimeFormatter dateTime;
  private final ZoneId zone;

  /**
   * Rules from patterns of {@link DateTimeFormatter}.
   *
   * @throws IllegalArgumentException when a pattern is malformed
   */
  public TextRules(String date, String time, String dateTime, ZoneId zone) {
    this.date = DateTimeFormatter.ofPattern(date);
    this.time = DateTimeFormatter.ofPattern(time);
    this.dateTime = DateTimeFormatter.ofPattern(dateTime);
    this.zone = zone;
  }

  /** The usual patterns. */
  public static TextRules in(ZoneId zone) {
    return new TextRules(DATE, TIME, DATE_TIME, zone);
  }

  public ZoneId zone() {
    return zone;
  }

  /**
   * The text of a value.
   *
   * @throws java.time.DateTimeException when the pattern asks for what the value does not have
   */
  public String text(@Nullable Object value) {
    return switch (value) {
      case null -> "";
      case String text -> text;
      case Instant instant -> dateTime.format(instant.atOffset(ZoneOffset.UTC));
      case LocalDate day -> date.format(day);
      case LocalDateTime local -> dateTime.format(local);
      case OffsetDateTime moment -> dateTime.format(moment.atZoneSameInstant(zone));
      case ZonedDateTime moment -> dateTime.format(moment.withZoneSameInstant(zone));
      case LocalTime local -> time.format(local);
      case OffsetTime moment -> time.format(moment);
      case byte[] bytes -> Base64.getEncoder().encodeToString(bytes);
      default -> value.toString();
    };
  }
}
