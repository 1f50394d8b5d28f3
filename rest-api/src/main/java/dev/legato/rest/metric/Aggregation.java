package dev.legato.rest.metric;

import dev.legato.rest.http.Problem;
import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.Locale;

/** How many values become one. */
enum Aggregation {
  SUM,
  AVG,
  MIN,
  MAX;

  static Aggregation parse(String text) {
    return Arrays.stream(values())
        .filter(aggregation -> aggregation.name().equals(text.toUpperCase(Locale.ROOT)))
        .findFirst()
        .orElseThrow(
            () -> Problem.badRequest("the parameter 'aggregation' must be sum, avg, min or max"));
  }

  double of(DoubleSummaryStatistics values) {
    if (values.getCount() == 0) {
      return 0;
    }
    return switch (this) {
      case SUM -> values.getSum();
      case AVG -> values.getAverage();
      case MIN -> values.getMin();
      case MAX -> values.getMax();
    };
  }
}
