package dev.legato.rest.statistic;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * Log lines over time.
 *
 * @param groupBy how long each piece is: minute, hour, day, week or month
 * @param buckets one for each piece, oldest first, also for those without lines
 */
public record LogStatsView(String groupBy, List<Piece> buckets) {
  /**
   * Lines of a piece of time.
   *
   * @param startDate when the piece begins
   * @param counts how many lines have which level; without those of which there are none
   */
  public record Piece(Instant startDate, Map<String, Long> counts) {}
}
