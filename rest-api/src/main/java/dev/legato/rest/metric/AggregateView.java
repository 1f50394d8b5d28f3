package dev.legato.rest.metric;

import java.time.Instant;
import java.util.List;

/**
 * A figure over time.
 *
 * @param groupBy how long each piece is: minute, hour, day, week or month
 * @param aggregations one for each piece, oldest first
 */
public record AggregateView(String groupBy, List<Piece> aggregations) {
  /**
   * The figure in one piece of time.
   *
   * @param value 0 when nothing was reported
   * @param date when the piece begins
   */
  public record Piece(String name, double value, Instant date) {}
}
