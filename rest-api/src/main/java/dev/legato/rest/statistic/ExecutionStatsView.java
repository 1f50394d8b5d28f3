package dev.legato.rest.statistic;

import dev.legato.storage.Bucket;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Executions over time.
 *
 * @param groupBy how long each piece is: minute, hour, day, week or month
 * @param buckets one for each piece, oldest first, also for those without executions
 */
public record ExecutionStatsView(String groupBy, List<Piece> buckets) {
  /**
   * Executions that began in a piece of time.
   *
   * @param startDate when the piece begins
   * @param counts how many executions are in which state; without those of which there are none
   * @param duration absent when there are no executions
   */
  public record Piece(Instant startDate, Map<String, Long> counts, @Nullable Lengths duration) {}

  /** How long executions took, in seconds. */
  public record Lengths(double avg, double max) {}

  static ExecutionStatsView of(Bucket bucket, List<Piece> pieces) {
    return new ExecutionStatsView(bucket.label(), pieces);
  }
}
