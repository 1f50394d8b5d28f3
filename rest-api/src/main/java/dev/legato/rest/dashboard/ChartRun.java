package dev.legato.rest.dashboard;

import dev.legato.rest.http.Problem;
import dev.legato.rest.search.PageView;
import dev.legato.storage.Bucket;
import dev.legato.storage.ChartColumn;
import dev.legato.storage.ChartFilter;
import dev.legato.storage.ChartQuery;
import dev.legato.storage.ChartQuery.Order;
import dev.legato.storage.ChartRows;
import dev.legato.storage.ChartStore;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Asks for the figures of charts. */
final class ChartRun {
  /** More cannot be seen in a chart. */
  private static final int MAX_ROWS = 10_000;

  private static final int USUAL_PAGE = 25;
  private static final double PER_CENT = 100;

  private final ChartStore store;
  private final InstantSource clock;

  ChartRun(ChartStore store, InstantSource clock) {
    this.store = store;
    this.clock = clock;
  }

  /**
   * A page of rows: values by the names of the columns.
   *
   * @throws Problem 422 for a chart without figures
   */
  PageView<Map<String, @Nullable Object>> run(Chart chart, ChartScope scope) {
    ChartData data = chart.data();
    if (data == null) {
      throw Problem.illegalArgument("chart '%s' shows a text, no figures".formatted(chart.id()));
    }
    var filters = new ArrayList<ChartFilter>(scope.conditions(data.source(), clock));
    filters.addAll(data.where());
    return chart.type() == ChartType.KPI
        ? figure(chart, data, filters)
        : rows(chart, data, filters, scope);
  }

  private PageView<Map<String, @Nullable Object>> rows(
      Chart chart, ChartData data, List<ChartFilter> filters, ChartScope scope) {
    List<String> names = List.copyOf(data.columns().keySet());
    var columns = new ArrayList<ChartColumn>();
    data.columns()
        .forEach(
            (name, column) ->
                columns.add(
                    chart.type() == ChartType.TIME_SERIES && name.equals(chart.column())
                        ? inPieces(column, scope)
                        : column));
    boolean paged = chart.type() == ChartType.TABLE && !data.isAggregated();
    Integer asked = scope.size();
    int size = asked != null ? asked : paged ? USUAL_PAGE : MAX_ROWS;
    ChartRows found =
        store.run(
            new ChartQuery(
                data.source(),
                columns,
                filters,
                order(chart, data, names),
                size,
                (scope.page() - 1L) * size));
    return new PageView<>(
        found.rows().stream().map(row -> named(names, row)).toList(), found.total());
  }

  private static ChartColumn inPieces(ChartColumn column, ChartScope scope) {
    return new ChartColumn(column.field(), column.key(), null, Bucket.of(scope.from(), scope.to()));
  }

  private static List<Order> order(Chart chart, ChartData data, List<String> names) {
    if (data.orderBy().isEmpty()) {
      String first = chart.type() == ChartType.TIME_SERIES ? chart.column() : null;
      return List.of(new Order(first == null ? 0 : names.indexOf(first), false));
    }
    return data.orderBy().stream()
        .map(sort -> new Order(names.indexOf(sort.column()), sort.descending()))
        .toList();
  }

  private static Map<String, @Nullable Object> named(
      List<String> names, List<@Nullable Object> row) {
    var values = new LinkedHashMap<String, @Nullable Object>();
    for (int i = 0; i < names.size(); i++) {
      values.put(names.get(i), row.get(i));
    }
    return values;
  }

  /** One figure, or the share that some rows have of all. */
  private PageView<Map<String, @Nullable Object>> figure(
      Chart chart, ChartData data, List<ChartFilter> filters) {
    String name = data.columns().keySet().iterator().next();
    ChartColumn column = data.columns().get(name);
    if (column == null) {
      throw new IllegalStateException("Expected a column of chart " + chart.id());
    }
    var some = new ArrayList<>(filters);
    some.addAll(data.numerator());
    Object part = value(data, column, some);
    Object shown = part;
    if (chart.percentage()) {
      double all = number(value(data, column, filters));
      shown = all == 0 ? 0.0 : number(part) / all * PER_CENT;
    }
    return new PageView<>(List.of(named(List.of(name), row(shown))), 1);
  }

  private static List<@Nullable Object> row(@Nullable Object value) {
    var row = new ArrayList<@Nullable Object>(1);
    row.add(value);
    return row;
  }

  private @Nullable Object value(ChartData data, ChartColumn column, List<ChartFilter> filters) {
    ChartRows rows = store.run(ChartQuery.of(data.source(), List.of(column), filters, 1));
    return rows.rows().isEmpty() ? null : rows.rows().getFirst().getFirst();
  }

  private static double number(@Nullable Object value) {
    return value instanceof Number number ? number.doubleValue() : 0;
  }
}
