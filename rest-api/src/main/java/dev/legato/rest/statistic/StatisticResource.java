package dev.legato.rest.statistic;

import dev.legato.model.flow.FlowId;
import dev.legato.rest.bulk.BulkReader;
import dev.legato.rest.execution.ExecutionSearch;
import dev.legato.rest.http.Answer;
import dev.legato.rest.http.Call;
import dev.legato.rest.http.Json;
import dev.legato.rest.http.Problem;
import dev.legato.rest.log.LogSearch;
import dev.legato.rest.statistic.ExecutionStatsView.Lengths;
import dev.legato.storage.ChartColumn;
import dev.legato.storage.ChartColumn.Aggregate;
import dev.legato.storage.ChartField;
import dev.legato.storage.ChartFilter;
import dev.legato.storage.ChartQuery;
import dev.legato.storage.ChartRows;
import dev.legato.storage.ChartSource;
import dev.legato.storage.ChartStore;
import dev.legato.storage.ExecutionField;
import dev.legato.storage.ExecutionStore;
import dev.legato.storage.Filter;
import dev.legato.storage.Filter.Operator;
import dev.legato.storage.LogField;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Counts executions and log lines. */
final class StatisticResource {
  private static final int MAX_ROWS = 10_000;
  private static final int MAX_FLOWS = 100;
  private static final int MAX_RUNS = 50;
  private static final int USUAL_RUNS = 20;

  private final ChartStore charts;
  private final ExecutionStore executions;
  private final Json json;
  private final InstantSource clock;

  StatisticResource(ChartStore charts, ExecutionStore executions, Json json, InstantSource clock) {
    this.charts = charts;
    this.executions = executions;
    this.json = json;
    this.clock = clock;
  }

  /** Figures of one piece of time in the making. */
  private static final class Piece {
    private final Map<String, Long> counts = new LinkedHashMap<>();
    private double seconds;
    private double longest;

    void add(String state, long count, @Nullable Object sum, @Nullable Object max) {
      counts.merge(state, count, Long::sum);
      seconds += sum instanceof Number number ? number.doubleValue() : 0;
      longest = Math.max(longest, max instanceof Number number ? number.doubleValue() : 0);
    }

    ExecutionStatsView.Piece view(Instant begin) {
      long all = counts.values().stream().mapToLong(Long::longValue).sum();
      return new ExecutionStatsView.Piece(
          begin, counts, all == 0 ? null : new Lengths(seconds / all, longest));
    }
  }

  Answer executions(Call call) {
    List<Filter<ExecutionField>> given = ExecutionSearch.filters(call.query(), clock);
    Window window =
        Window.of(
            call.query(), given, field -> field == ExecutionField.START_DATE, clock.instant());
    ChartRows rows =
        charts.run(
            ChartQuery.of(
                ChartSource.EXECUTIONS,
                List.of(
                    ChartColumn.of(ChartField.START_DATE, window.bucket()),
                    ChartColumn.of(ChartField.STATE),
                    ChartColumn.count(),
                    ChartColumn.of(Aggregate.SUM, ChartField.DURATION),
                    ChartColumn.of(Aggregate.MAX, ChartField.DURATION)),
                inWindow(given, window),
                MAX_ROWS));
    var pieces = new TreeMap<Instant, Piece>();
    window.pieces().forEach(begin -> pieces.put(begin, new Piece()));
    for (List<@Nullable Object> row : rows.rows()) {
      pieces
          .computeIfAbsent((Instant) row.get(0), _ -> new Piece())
          .add(String.valueOf(row.get(1)), number(row.get(2)), row.get(3), row.get(4));
    }
    var views = new ArrayList<ExecutionStatsView.Piece>();
    pieces.forEach((begin, piece) -> views.add(piece.view(begin)));
    return Answer.json(ExecutionStatsView.of(window.bucket(), views));
  }

  private static List<ChartFilter> inWindow(List<Filter<ExecutionField>> given, Window window) {
    var filters = new ArrayList<ChartFilter>();
    given.forEach(filter -> filters.add(new ChartFilter.OfExecutions(filter)));
    filters.add(since(ChartField.START_DATE, window));
    return filters;
  }

  private static ChartFilter since(ChartField date, Window window) {
    return ChartFilter.of(date, Operator.GREATER_THAN_OR_EQUAL_TO, window.from().toString());
  }

  Answer byNamespace(Call call) {
    List<Filter<ExecutionField>> given = ExecutionSearch.filters(call.query(), clock);
    Window window =
        Window.of(
            call.query(), given, field -> field == ExecutionField.START_DATE, clock.instant());
    ChartRows rows =
        charts.run(
            ChartQuery.of(
                ChartSource.EXECUTIONS,
                List.of(
                    ChartColumn.of(ChartField.NAMESPACE),
                    ChartColumn.of(ChartField.STATE),
                    ChartColumn.count()),
                inWindow(given, window),
                MAX_ROWS));
    var counts = new TreeMap<String, Map<String, Long>>();
    for (List<@Nullable Object> row : rows.rows()) {
      counts
          .computeIfAbsent(String.valueOf(row.get(0)), _ -> new LinkedHashMap<>())
          .put(String.valueOf(row.get(1)), number(row.get(2)));
    }
    var views = new ArrayList<NamespaceStatsView>();
    counts.forEach((namespace, states) -> views.add(new NamespaceStatsView(namespace, states)));
    return Answer.json(views);
  }

  Answer logs(Call call) {
    List<Filter<LogField>> given = LogSearch.GRAMMAR.filters(call.query(), clock);
    Window window =
        Window.of(call.query(), given, field -> field == LogField.TIMESTAMP, clock.instant());
    var filters = new ArrayList<ChartFilter>();
    given.forEach(filter -> filters.add(new ChartFilter.OfLogs(filter)));
    filters.add(since(ChartField.DATE, window));
    ChartRows rows =
        charts.run(
            ChartQuery.of(
                ChartSource.LOGS,
                List.of(
                    ChartColumn.of(ChartField.DATE, window.bucket()),
                    ChartColumn.of(ChartField.LEVEL),
                    ChartColumn.count()),
                filters,
                MAX_ROWS));
    var pieces = new TreeMap<Instant, Map<String, Long>>();
    window.pieces().forEach(begin -> pieces.put(begin, new LinkedHashMap<>()));
    for (List<@Nullable Object> row : rows.rows()) {
      pieces
          .computeIfAbsent((Instant) row.get(0), _ -> new LinkedHashMap<>())
          .put(String.valueOf(row.get(1)), number(row.get(2)));
    }
    var views = new ArrayList<LogStatsView.Piece>();
    pieces.forEach((begin, levels) -> views.add(new LogStatsView.Piece(begin, levels)));
    return Answer.json(new LogStatsView(window.bucket().label(), views));
  }

  private static long number(@Nullable Object value) {
    return value instanceof Number number ? number.longValue() : 0;
  }

  Answer byFlow(Call call) throws IOException {
    Map<?, ?> body = json.readObject(call.body());
    List<FlowId> flows = BulkReader.flowsOf(body.get("flows"));
    if (flows.size() > MAX_FLOWS) {
      throw Problem.illegalArgument("at most %d flows are possible".formatted(MAX_FLOWS));
    }
    int last =
        body.get("last") instanceof Number number
            ? Math.clamp(number.intValue(), 1, MAX_RUNS)
            : USUAL_RUNS;
    Instant now = clock.instant();
    return Answer.json(
        flows.stream()
            .map(flow -> FlowRunsView.of(flow, executions.newest(flow, last), now))
            .toList());
  }
}
