package dev.legato.language.expression.format;

import dev.legato.language.expression.runtime.Call;
import dev.legato.language.expression.runtime.Values;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.temporal.TemporalAccessor;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/** Reads and prints dates for filters and functions with the arguments of {@code date}. */
public final class Dates {
  /** Names of the arguments that say how a date is printed. */
  public static final List<String> ARGUMENTS =
      List.of("format", "timeZone", "existingFormat", "locale");

  private static final int MAX_PATTERN = 200;

  private static final Map<String, DateTimeFormatter> NAMED =
      Map.ofEntries(
          Map.entry("iso", DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSSSSXXX")),
          Map.entry("iso_sec", DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssXXX")),
          Map.entry("sql", DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSSSSS")),
          Map.entry("sql_seq", DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss")),
          Map.entry("iso_date_time", DateTimeFormatter.ISO_DATE_TIME),
          Map.entry("iso_date", DateTimeFormatter.ISO_DATE),
          Map.entry("iso_time", DateTimeFormatter.ISO_TIME),
          Map.entry("iso_local_date", DateTimeFormatter.ISO_LOCAL_DATE),
          Map.entry("iso_instant", DateTimeFormatter.ISO_INSTANT),
          Map.entry("iso_local_date_time", DateTimeFormatter.ISO_LOCAL_DATE_TIME),
          Map.entry("iso_local_time", DateTimeFormatter.ISO_LOCAL_TIME),
          Map.entry("iso_offset_time", DateTimeFormatter.ISO_OFFSET_TIME),
          Map.entry("iso_ordinal_date", DateTimeFormatter.ISO_ORDINAL_DATE),
          Map.entry("iso_week_date", DateTimeFormatter.ISO_WEEK_DATE),
          Map.entry("iso_zoned_date_time", DateTimeFormatter.ISO_ZONED_DATE_TIME),
          Map.entry("rfc_1123_date_time", DateTimeFormatter.RFC_1123_DATE_TIME),
          Map.entry("full", DateTimeFormatter.ofLocalizedDateTime(FormatStyle.FULL)),
          Map.entry("long", DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG)),
          Map.entry("medium", DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM)),
          Map.entry("short", DateTimeFormatter.ofLocalizedDateTime(FormatStyle.SHORT)));

  private Dates() {}

  /** Reads a date with the arguments {@code timeZone} and {@code existingFormat} of the call. */
  public static ZonedDateTime read(Object value, Call call, ZoneId serverZone) {
    ZoneId zone = zone(call, serverZone);
    try {
      return switch (value) {
        case Number number -> fromNumber(number, zone);
        case String text when call.argument("existingFormat") != null ->
            fromPattern(text, formatter(call.text("existingFormat"), call), zone);
        case String text -> fromText(text.strip(), zone, call);
        default -> throw call.fail("needs a date, not " + Values.typeName(value));
      };
    } catch (DateTimeException | ArithmeticException e) {
      throw call.fail("got text that is not a date of the expected format");
    }
  }

  private static ZonedDateTime fromNumber(Number seconds, ZoneId zone) {
    double value = seconds.doubleValue();
    long whole = (long) Math.floor(value);
    long nanos = Math.round((value - whole) * 1e9);
    boolean exact = seconds instanceof Long || seconds instanceof Integer;
    return (exact
            ? Instant.ofEpochSecond(seconds.longValue())
            : Instant.ofEpochSecond(whole, nanos))
        .atZone(zone);
  }

  private static ZonedDateTime fromText(String text, ZoneId zone, Call call) {
    List<Function<String, ZonedDateTime>> forms =
        List.of(
            form -> ZonedDateTime.parse(form).withZoneSameInstant(zone),
            form -> Instant.parse(form).atZone(zone),
            form -> LocalDateTime.parse(form).atZone(zone),
            form -> LocalDate.parse(form).atTime(LocalTime.NOON).atZone(zone));
    for (Function<String, ZonedDateTime> form : forms) {
      try {
        return form.apply(text);
      } catch (DateTimeException e) {
        // The next form may fit.
      }
    }
    throw call.fail(
        "got text that is not an ISO date or date-time; name its pattern in existingFormat");
  }

  private static ZonedDateTime fromPattern(String text, DateTimeFormatter formatter, ZoneId zone) {
    TemporalAccessor parsed =
        formatter.parseBest(
            text, ZonedDateTime::from, Instant::from, LocalDateTime::from, LocalDate::from);
    return switch (parsed) {
      case ZonedDateTime zoned -> zoned.withZoneSameInstant(zone);
      case Instant instant -> instant.atZone(zone);
      case LocalDateTime local -> local.atZone(zone);
      default -> LocalDate.from(parsed).atTime(LocalTime.NOON).atZone(zone);
    };
  }

  /** Prints with the arguments {@code format}, {@code timeZone} and {@code locale} of the call. */
  public static String print(ZonedDateTime date, Call call, ZoneId serverZone) {
    DateTimeFormatter formatter = formatter(call.text("format", "iso"), call);
    try {
      return formatter.format(date.withZoneSameInstant(zone(call, serverZone)));
    } catch (DateTimeException e) {
      throw call.fail("cannot print the date in this format");
    }
  }

  private static ZoneId zone(Call call, ZoneId serverZone) {
    if (call.argument("timeZone") == null) {
      return serverZone;
    }
    try {
      return ZoneId.of(call.text("timeZone"));
    } catch (DateTimeException e) {
      throw call.fail("got an unknown timeZone; use a name such as 'Europe/Paris' or '+02:00'");
    }
  }

  private static DateTimeFormatter formatter(String format, Call call) {
    DateTimeFormatter named = NAMED.get(format);
    try {
      if (named == null && format.length() > MAX_PATTERN) {
        throw call.fail("got a date pattern of more than %d characters".formatted(MAX_PATTERN));
      }
      DateTimeFormatter formatter = named == null ? DateTimeFormatter.ofPattern(format) : named;
      return formatter.withLocale(locale(call));
    } catch (IllegalArgumentException e) {
      throw call.fail("got an invalid date pattern; use one such as 'yyyy-MM-dd HH:mm'");
    }
  }

  private static Locale locale(Call call) {
    if (call.argument("locale") == null) {
      return Locale.ENGLISH;
    }
    try {
      String tag = call.text("locale").replace('_', '-');
      return new Locale.Builder().setLanguageTag(tag).build();
    } catch (IllformedLocaleException e) {
      throw call.fail("got an unknown locale; use one such as 'fr-FR'");
    }
  }
}
