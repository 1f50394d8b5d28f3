package dev.legato.rest.dashboard;

import dev.legato.rest.execution.ExecutionSearch;
import dev.legato.rest.http.Problem;
import dev.legato.rest.http.Query;
import dev.legato.rest.log.LogSearch;
import dev.legato.storage.ChartField;
import dev.legato.storage.ChartFilter;
import dev.legato.storage.ChartSource;
import dev.legato.storage.Filter.Operator;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What all charts of a page are narrowed by: a stretch of time and conditions. A condition on
 * something that a source does not have leaves the charts of that source as they are.
 *
 * @param filters each with {@code field}, {@code operation} and {@code value}
 * @param page from 1
 * @param size of a page; absent for the usual one
 */
record ChartScope(
    Instant from, Instant to, List<Map<?, ?>> filters, int page, @Nullable Integer size) {
  private static final Set<String> DATES = Set.of("startDate", "endDate", "timeRange");
  private static final Map<String, ChartField> PLACES =
      Map.of(
          "namespace", ChartField.NAMESPACE,
          "flowId", ChartField.FLOW_ID,
          "triggerId", ChartField.TRIGGER_ID,
          "taskId", ChartField.TASK_ID);

  private static final int MAX_SIZE = 1_000;

  /**
   * Reads the body of a request.
   *
   * @param window what is shown when nothing else is asked for
   * @param longest more is refused
   */
  static ChartScope read(Map<?, ?> body, Duration window, Duration longest, Instant now) {
    var filters = new ArrayList<Map<?, ?>>();
    var dates = new HashMap<String, String>();
    for (String name : DATES) {
      if (body.get(name) instanceof String text && !text.isBlank()) {
        dates.put(name, text);
      }
    }
    if (body.get("filters") instanceof List<?> list) {
      for (Object element : list) {
        if (!(element instanceof Map<?, ?> filter)) {
          throw Problem.invalidFilters("every filter needs a field, an operation and a value");
        }
        if (filter.get("field") instanceof String name && DATES.contains(name)) {
          dates.putIfAbsent(name, String.valueOf(filter.get("value")));
        } else {
          filters.add(filter);
        }
      }
    }
    addOlderForms(filters, body);
    Instant to =
        dates.containsKey("endDate") ? Query.instantOf("endDate", dates.get("endDate")) : now;
    Instant from = from(dates, to, window);
    if (!from.isBefore(to)) {
      throw Problem.illegalArgument("startDate must be before endDate");
    }
    if (Duration.between(from, to).compareTo(longest.plusDays(1)) > 0) {
      throw Problem.illegalArgument(
          "the window is longer than the %d days of this dashboard".formatted(longest.toDays()));
    }
    return new ChartScope(
        from, to, List.copyOf(filters), number(body, "pageNumber", 1, 1_000_000, 1), size(body));
  }

  private static Instant from(Map<String, String> dates, Instant to, Duration window) {
    String start = dates.get("startDate");
    if (start != null) {
      return Query.instantOf("startDate", start);
    }
    String range = dates.get("timeRange");
    return to.minus(range == null ? window : Query.durationOf("timeRange", range));
  }

  private static void addOlderForms(List<Map<?, ?>> filters, Map<?, ?> body) {
    if (body.get("namespace") instanceof String namespace && !namespace.isBlank()) {
      filters.add(Map.of("field", "namespace", "operation", "PREFIX", "value", namespace));
    }
    if (body.get("labels") instanceof Map<?, ?> labels && !labels.isEmpty()) {
      filters.add(Map.of("field", "labels", "operation", "EQUALS", "value", labels));
    }
  }

  private static @Nullable Integer size(Map<?, ?> body) {
    return body.get("pageSize") instanceof Number
        ? number(body, "pageSize", 1, MAX_SIZE, MAX_SIZE)
        : null;
  }

  private static int number(Map<?, ?> body, String name, int least, int most, int usual) {
    return body.get(name) instanceof Number number
        ? Math.clamp(number.longValue(), least, most)
        : usual;
  }

  /** What these conditions mean for a source. */
  List<ChartFilter> conditions(ChartSource source, InstantSource clock) {
    var conditions = new ArrayList<ChartFilter>();
    ChartField date = date(source);
    if (date != null) {
      conditions.add(ChartFilter.of(date, Operator.GREATER_THAN_OR_EQUAL_TO, from.toString()));
      conditions.add(ChartFilter.of(date, Operator.LESS_THAN_OR_EQUAL_TO, to.toString()));
    }
    for (Map<?, ?> filter : filters) {
      conditions.addAll(condition(source, filter, clock));
    }
    if (source == ChartSource.EXECUTIONS
        && filters.stream().noneMatch(filter -> "kind".equals(filter.get("field")))) {
      ExecutionSearch.normalUnlessAsked(List.of()).stream()
          .map(ChartFilter.OfExecutions::new)
          .forEach(conditions::add);
    }
    return List.copyOf(conditions);
  }

  private static @Nullable ChartField date(ChartSource source) {
    return switch (source) {
      case EXECUTIONS -> ChartField.START_DATE;
      case LOGS, METRICS -> ChartField.DATE;
      case TRIGGERS, FLOWS -> null;
    };
  }

  private static List<ChartFilter> condition(
      ChartSource source, Map<?, ?> filter, InstantSource clock) {
    String field = String.valueOf(filter.get("field"));
    Map<?, ?> body = Map.of("filters", List.of(filter));
    return switch (source) {
      case EXECUTIONS ->
          ExecutionSearch.GRAMMAR.filters(body, clock).stream()
              .<ChartFilter>map(ChartFilter.OfExecutions::new)
              .toList();
      case LOGS ->
          LogSearch.GRAMMAR.rules().containsKey(field) || field.equals("scope")
              ? LogSearch.GRAMMAR.filters(body, clock).stream()
                  .<ChartFilter>map(ChartFilter.OfLogs::new)
                  .toList()
              : List.of();
      case METRICS, TRIGGERS, FLOWS -> plain(source, field, filter);
    };
  }

  private static List<ChartFilter> plain(ChartSource source, String field, Map<?, ?> filter) {
    ChartField place = PLACES.get(field);
    boolean has =
        switch (source) {
          case METRICS -> place != null && place != ChartField.TRIGGER_ID;
          case TRIGGERS -> place != null && place != ChartField.TASK_ID;
          case FLOWS -> place == ChartField.NAMESPACE || place == ChartField.FLOW_ID;
          case EXECUTIONS, LOGS -> false;
        };
    if (!has || place == null) {
      return List.of();
    }
    Operator operator = operator(String.valueOf(filter.get("operation")));
    String[] values =
        filter.get("value") instanceof List<?> list
            ? list.stream().map(String::valueOf).toArray(String[]::new)
            : new String[] {String.valueOf(filter.get("value"))};
    return List.of(ChartFilter.of(place, operator, values));
  }

  private static Operator operator(String name) {
    try {
      return Operator.valueOf(name);
    } catch (IllegalArgumentException e) {
      throw Problem.invalidFilters("there is no such operation");
    }
  }
}
