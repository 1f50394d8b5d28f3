package dev.legato.rest.dashboard;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A page of charts.
 *
 * @param id absent when its author leaves it to the server
 * @param window what is shown when nothing else is asked for
 * @param longestWindow more is refused
 */
record Dashboard(
    @Nullable String id,
    String title,
    @Nullable String description,
    Duration window,
    Duration longestWindow,
    List<Chart> charts) {
  static final Duration USUAL_WINDOW = Duration.ofDays(30);
  static final Duration MAX_WINDOW = Duration.ofDays(366);

  Optional<Chart> chart(String chartId) {
    return charts.stream().filter(chart -> chart.id().equals(chartId)).findFirst();
  }
}
