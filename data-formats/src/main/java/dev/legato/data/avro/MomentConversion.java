package dev.legato.data.avro;

import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAccessor;
import java.util.regex.Pattern;

/** Makes dates and times fit a schema. */
final class MomentConversion {
  private static final Pattern DIGITS = Pattern.compile("-?[0-9]{1,19}");
  private static final long NANOS = 1_000_000_000;

  private final AvroWriteOptions options;

  MomentConversion(AvroWriteOptions options) {
    this.options = options;
  }

  /** Days since 1970. */
  int date(Object value) throws Unfit {
    try {
      LocalDate date =
          switch (value) {
            case LocalDate day -> day;
            case String text -> options.date().parse(text, LocalDate::from);
            default -> moment(value).toLocalDate();
          };
      return Math.toIntExact(date.toEpochDay());
    } catch (DateTimeException | ArithmeticException _) {
      throw new Unfit("must be a date");
    }
  }

  /** Nanoseconds since midnight. */
  long timeOfDay(Object value) throws Unfit {
    try {
      LocalTime time =
          switch (value) {
            case LocalTime local -> local;
            case OffsetTime offset -> offset.toLocalTime();
            case String text -> options.time().parse(text, LocalTime::from);
            default -> throw new Unfit("must be a time of day");
          };
      return time.toNanoOfDay();
    } catch (DateTimeException _) {
      throw new Unfit("must be a time of day");
    }
  }

  /**
   * Units since 1970 in UTC.
   *
   * @param perSecond units
   */
  long instant(Object value, long perSecond) throws Unfit {
    if (isCount(value)) {
      return count(value);
    }
    Instant moment = moment(value).toInstant();
    return units(moment.getEpochSecond(), moment.getNano(), perSecond);
  }

  /** Units since 1970 as clocks show it in the options' zone. */
  long local(Object value, long perSecond) throws Unfit {
    if (isCount(value)) {
      return count(value);
    }
    LocalDateTime local =
        value instanceof LocalDateTime given ? given : moment(value).toLocalDateTime();
    Instant shown = local.toInstant(ZoneOffset.UTC);
    return units(shown.getEpochSecond(), shown.getNano(), perSecond);
  }

  private static boolean isCount(Object value) {
    return value instanceof Integer
        || value instanceof Long
        || value instanceof BigInteger
        || (value instanceof String text && DIGITS.matcher(text).matches());
  }

  private static long count(Object value) throws Unfit {
    try {
      return new BigInteger(value.toString()).longValueExact();
    } catch (ArithmeticException _) {
      throw new Unfit("is too large a number for a date");
    }
  }

  private static long units(long seconds, int nanos, long perSecond) throws Unfit {
    try {
      return Math.addExact(Math.multiplyExact(seconds, perSecond), nanos / (NANOS / perSecond));
    } catch (ArithmeticException _) {
      throw new Unfit("is too far from today");
    }
  }

  private ZonedDateTime moment(Object value) throws Unfit {
    try {
      return switch (value) {
        case Instant instant -> instant.atZone(options.zone());
        case OffsetDateTime moment -> moment.atZoneSameInstant(options.zone());
        case ZonedDateTime moment -> moment.withZoneSameInstant(options.zone());
        case LocalDateTime local -> local.atZone(options.zone());
        case LocalDate day -> day.atStartOfDay(options.zone());
        case String text -> parsed(text);
        default -> throw new Unfit("must be a date with a time");
      };
    } catch (DateTimeException _) {
      throw new Unfit("must be a date with a time");
    }
  }

  private ZonedDateTime parsed(String text) {
    TemporalAccessor parsed =
        options.dateTime().parseBest(text, ZonedDateTime::from, LocalDateTime::from);
    return parsed instanceof ZonedDateTime zoned
        ? zoned.withZoneSameInstant(options.zone())
        : LocalDateTime.from(parsed).atZone(options.zone());
  }
}
