package dev.legato.storage;

import java.util.List;

/**
 * What is to be counted and aggregated.
 *
 * @param columns at least one
 * @param filters all of which must hold
 * @param orderBy most important first
 * @param limit the greatest number of rows
 * @param offset how many rows to leave out
 */
public record ChartQuery(
    ChartSource source,
    List<ChartColumn> columns,
    List<ChartFilter> filters,
    List<Order> orderBy,
    int limit,
    long offset) {
  /**
   * A column to sort by.
   *
   * @param column its place, from 0
   */
  public record Order(int column, boolean descending) {}

  public ChartQuery {
    if (columns.isEmpty()) {
      throw new IllegalArgumentException("Expected a query with columns, but got none");
    }
  }

  /** All rows, in the order of their first columns. */
  public static ChartQuery of(
      ChartSource source, List<ChartColumn> columns, List<ChartFilter> filters, int limit) {
    return new ChartQuery(source, columns, filters, List.of(new Order(0, false)), limit, 0);
  }

  /** Whether rows are put together. */
  public boolean isGrouped() {
    return columns.stream().anyMatch(column -> column.aggregate() != null);
  }
}
