package dev.legato.language.expression.filter;

import dev.legato.language.expression.format.Dates;
import dev.legato.language.expression.runtime.Call;
import dev.legato.language.expression.runtime.Filter;
import dev.legato.language.expression.runtime.Signature;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** Filters that read a date: ISO text, text of a known pattern, or seconds since the epoch. */
final class DateFilters {
  private final ZoneId serverZone;

  private DateFilters(ZoneId serverZone) {
    this.serverZone = serverZone;
  }

  static List<Filter> all(ZoneId serverZone) {
    DateFilters filters = new DateFilters(serverZone);
    List<String> addArguments = new ArrayList<>(List.of("amount", "unit"));
    addArguments.addAll(Dates.ARGUMENTS);
    return List.of(
        Filter.of(
            new Signature("date", Dates.ARGUMENTS, "now() | date('yyyy-MM-dd')", false),
            (input, call) -> Dates.print(Dates.read(input, call, serverZone), call, serverZone)),
        Filter.of(
            new Signature("dateAdd", addArguments, "now() | dateAdd(-1, 'DAYS')", false),
            filters::add),
        filters.timestamp("timestamp", "Seconds since the epoch", Instant::getEpochSecond),
        filters.timestamp("timestampMilli", "Milliseconds since the epoch", Instant::toEpochMilli),
        filters.timestamp(
            "timestampMicro",
            "Microseconds since the epoch, as text",
            instant -> since(instant, 1_000)),
        filters.timestamp(
            "timestampNano", "Nanoseconds since the epoch, as text", instant -> since(instant, 1)));
  }

  private static String since(Instant instant, long nanosPerUnit) {
    return BigInteger.valueOf(instant.getEpochSecond())
        .multiply(BigInteger.valueOf(1_000_000_000 / nanosPerUnit))
        .add(BigInteger.valueOf(instant.getNano() / nanosPerUnit))
        .toString();
  }

  private Filter timestamp(String name, String documentation, Function<Instant, Object> unit) {
    return Filter.of(
        Signature.of(name, documentation, "timeZone", "existingFormat"),
        (input, call) -> {
          try {
            return unit.apply(Dates.read(input, call, serverZone).toInstant());
          } catch (ArithmeticException e) {
            throw call.fail("got a date that is too far away");
          }
        });
  }

  private String add(Object input, Call call) {
    ZonedDateTime date = Dates.read(input, call, serverZone);
    long amount = call.integer("amount");
    try {
      ChronoUnit unit = ChronoUnit.valueOf(call.text("unit").toUpperCase(Locale.ROOT));
      return Dates.print(date.plus(amount, unit), call, serverZone);
    } catch (DateTimeException | ArithmeticException e) {
      throw call.fail("got a date or an amount that is too large");
    } catch (IllegalArgumentException e) {
      throw call.fail("needs a unit such as DAYS, HOURS or MINUTES");
    }
  }
}
