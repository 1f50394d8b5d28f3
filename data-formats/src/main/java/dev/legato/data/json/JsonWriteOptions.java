package dev.legato.data.json;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * How JSON is written.
 *
 * @param lines whether each row is a line; else all make one document: the row itself when there is
 *     one, an array when there are more, null when there is none
 * @param annotations whether dates and times without a type in Ion become objects that name their
 *     type, and timestamps are shown in the zone
 * @param zone in which OffsetDateTime is shown
 */
public record JsonWriteOptions(boolean lines, Charset charset, ZoneId zone, boolean annotations) {
  public static final JsonWriteOptions LINES =
      new JsonWriteOptions(true, StandardCharsets.UTF_8, ZoneOffset.UTC, false);
  public static final JsonWriteOptions DOCUMENT =
      new JsonWriteOptions(false, StandardCharsets.UTF_8, ZoneOffset.UTC, false);
}
