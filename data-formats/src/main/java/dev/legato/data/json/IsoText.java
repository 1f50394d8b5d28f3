package dev.legato.data.json;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Base64;

/** Values as text in the form of ISO 8601, for formats without types of their own for them. */
public final class IsoText {
  private IsoText() {}

  /**
   * The text of a value.
   *
   * @param zone in which an OffsetDateTime is shown, and an Instant unless the zone is UTC
   */
  public static String of(Object value, ZoneId zone) {
    return switch (value) {
      case LocalDateTime local -> DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(local);
      case LocalTime local -> DateTimeFormatter.ISO_LOCAL_TIME.format(local);
      case OffsetTime time -> DateTimeFormatter.ISO_OFFSET_TIME.format(time);
      case ZonedDateTime moment -> DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(moment);
      case OffsetDateTime moment ->
          DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(moment.atZoneSameInstant(zone));
      case Instant instant -> DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(instant.atZone(zone));
      case byte[] bytes -> Base64.getEncoder().encodeToString(bytes);
      default -> value.toString();
    };
  }
}
