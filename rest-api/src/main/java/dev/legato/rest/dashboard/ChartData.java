package dev.legato.rest.dashboard;

import dev.legato.storage.ChartColumn;
import dev.legato.storage.ChartFilter;
import dev.legato.storage.ChartSource;
import java.util.List;
import java.util.Map;

/**
 * Where the figures of a chart come from.
 *
 * @param columns by the names that the author gives them, in the author's order
 * @param numerator what rows are counted, of those that {@code where} leaves; only for one figure
 */
record ChartData(
    ChartSource source,
    Map<String, ChartColumn> columns,
    List<ChartFilter> where,
    List<ChartFilter> numerator,
    List<Sort> orderBy) {
  /** A column to sort by. */
  record Sort(String column, boolean descending) {}

  boolean isAggregated() {
    return columns.values().stream().anyMatch(column -> column.aggregate() != null);
  }
}
