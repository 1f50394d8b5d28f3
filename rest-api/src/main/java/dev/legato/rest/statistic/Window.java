package dev.legato.rest.statistic;

import dev.legato.rest.http.Problem;
import dev.legato.rest.http.Query;
import dev.legato.storage.Bucket;
import dev.legato.storage.Filter;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/**
 * The stretch of time that figures are about, cut into pieces.
 *
 * @param from the first moment
 * @param to the moment after the last one
 */
record Window(Instant from, Instant to, Bucket bucket) {
  static final Duration USUAL = Duration.ofDays(30);

  private static final int MAX_PIECES = 5_000;

  /**
   * The stretch between the earliest and the latest moment that conditions allow; up to now, and
   * {@link #USUAL} when there is no earliest one.
   *
   * @param isDate which conditions are about the date that counts
   */
  static <F extends Enum<F>> Window of(
      Query query, List<Filter<F>> filters, Predicate<F> isDate, Instant now) {
    Instant from = null;
    Instant to = null;
    for (Filter<F> filter : filters) {
      if (!isDate.test(filter.field())) {
        continue;
      }
      switch (filter.operator()) {
        case GREATER_THAN, GREATER_THAN_OR_EQUAL_TO -> from = Instant.parse(value(filter));
        case LESS_THAN, LESS_THAN_OR_EQUAL_TO -> to = Instant.parse(value(filter));
        case EQUALS, NOT_EQUALS, IN, NOT_IN, STARTS_WITH, ENDS_WITH, CONTAINS, PREFIX, REGEX -> {}
      }
    }
    Instant end = to == null ? now : to;
    Instant begin = from == null ? end.minus(USUAL) : from;
    if (!begin.isBefore(end)) {
      throw Problem.badRequest("the window must begin before it ends");
    }
    return new Window(begin, end, bucket(query, begin, end));
  }

  private static String value(Filter<?> filter) {
    return filter.values().getFirst();
  }

  private static Bucket bucket(Query query, Instant from, Instant to) {
    String name = query.text("groupBy").orElse("").toUpperCase(Locale.ROOT);
    if (name.isEmpty()) {
      return Bucket.of(from, to);
    }
    return Arrays.stream(Bucket.values())
        .filter(bucket -> bucket.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                Problem.badRequest(
                    "the parameter 'groupBy' must be minute, hour, day, week or month"));
  }

  /** When the pieces begin, oldest first. */
  List<Instant> pieces() {
    var pieces = new ArrayList<Instant>();
    for (Instant begin = bucket.begin(from); begin.isBefore(to); begin = bucket.next(begin)) {
      pieces.add(begin);
      if (pieces.size() > MAX_PIECES) {
        throw Problem.badRequest(
            "that are more than %,d pieces of time; choose a longer groupBy".formatted(MAX_PIECES));
      }
    }
    return List.copyOf(pieces);
  }
}
