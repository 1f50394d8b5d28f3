package dev.legato.plugins.serdes.conversion;

import dev.legato.data.text.TextRules;
import dev.legato.plugin.TaskFailure;
import java.nio.charset.Charset;
import java.time.DateTimeException;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** Reads what properties say about texts. */
public final class Texts {
  private Texts() {}

  /** The charset of a name. */
  public static Charset charset(String name) throws TaskFailure {
    try {
      return Charset.forName(name.strip());
    } catch (IllegalArgumentException e) {
      throw new TaskFailure(
          "'charset' is '%s', which is no charset; use a name such as UTF-8 or ISO-8859-1."
              .formatted(name),
          e);
    }
  }

  /** The one character of a text; {@code \t} stands for a tab. */
  public static char character(String property, String text) throws TaskFailure {
    String meant = text.equals("\\t") ? "\t" : text;
    if (meant.length() != 1) {
      throw new TaskFailure("'%s' must be one character, but is '%s'.".formatted(property, text));
    }
    return meant.charAt(0);
  }

  /** The zone of a name; that of the machine when none is given. */
  public static ZoneId zone(@Nullable String name) throws TaskFailure {
    try {
      return name == null ? ZoneId.systemDefault() : ZoneId.of(name.strip());
    } catch (DateTimeException e) {
      throw new TaskFailure(
          "'timeZoneId' is '%s', which is no time zone; use a name such as Europe/Paris."
              .formatted(name),
          e);
    }
  }

  /** How values become texts. */
  public static TextRules rules(String date, String time, String dateTime, @Nullable String zone)
      throws TaskFailure {
    try {
      return new TextRules(date, time, dateTime, zone(zone));
    } catch (IllegalArgumentException e) {
      throw new TaskFailure(
          "A format of dates or times is malformed: %s. Write it like yyyy-MM-dd'T'HH:mm:ss."
              .formatted(e.getMessage()),
          e);
    }
  }
}
