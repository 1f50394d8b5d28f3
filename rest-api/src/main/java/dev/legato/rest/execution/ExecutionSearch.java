package dev.legato.rest.execution;

import dev.legato.model.execution.ExecutionKind;
import dev.legato.model.execution.StateNames;
import dev.legato.rest.http.Parameter.Kind;
import dev.legato.rest.http.Problem;
import dev.legato.rest.http.Query;
import dev.legato.rest.http.RouteDraft;
import dev.legato.rest.search.FilterRule;
import dev.legato.rest.search.Names;
import dev.legato.rest.search.SearchGrammar;
import dev.legato.storage.ExecutionField;
import dev.legato.storage.Filter;
import dev.legato.storage.Filter.Operator;
import dev.legato.storage.PageRequest.Sort;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;

/** What executions can be searched and sorted by. */
public final class ExecutionSearch {
  public static final SearchGrammar<ExecutionField> GRAMMAR =
      new SearchGrammar<>(
          Names.<FilterRule<ExecutionField>>inOrder()
              .add("q", FilterRule.same(ExecutionField.QUERY, UnaryOperator.identity()))
              .add("id", FilterRule.text(ExecutionField.ID))
              .add("namespace", FilterRule.namespace(ExecutionField.NAMESPACE))
              .add("flowId", FilterRule.text(ExecutionField.FLOW_ID))
              .add(
                  "flowRevision",
                  FilterRule.ordered(ExecutionField.FLOW_REVISION, ExecutionSearch::number))
              .add("state", FilterRule.choice(ExecutionField.STATE, ExecutionSearch::state))
              .add("labels", FilterRule.keyed(ExecutionField.LABELS))
              .add("startDate", FilterRule.ordered(ExecutionField.START_DATE, date("startDate")))
              .add("endDate", FilterRule.ordered(ExecutionField.END_DATE, date("endDate")))
              .add("triggerExecutionId", FilterRule.text(ExecutionField.TRIGGER_EXECUTION_ID))
              .add(
                  "childFilter",
                  FilterRule.meaning(
                      ExecutionField.TRIGGER_EXECUTION_ID, ExecutionSearch::calledOrNot))
              .add("parentId", FilterRule.text(ExecutionField.PARENT_ID))
              .add("kind", FilterRule.choice(ExecutionField.KIND, ExecutionSearch::kind))
              .map(),
          ExecutionField.NAMESPACE,
          ExecutionField.ID,
          ExecutionField.START_DATE);

  static final Map<String, ExecutionField> SORTS =
      Names.<ExecutionField>inOrder()
          .add("id", ExecutionField.ID)
          .add("namespace", ExecutionField.NAMESPACE)
          .add("flowId", ExecutionField.FLOW_ID)
          .add("flowRevision", ExecutionField.FLOW_REVISION)
          .add("state.current", ExecutionField.STATE)
          .add("state.startDate", ExecutionField.START_DATE)
          .add("state.endDate", ExecutionField.END_DATE)
          .add("state.duration", ExecutionField.DURATION)
          .map();

  static final List<Sort<ExecutionField>> NEWEST_FIRST =
      List.of(new Sort<>(ExecutionField.START_DATE, true));

  private ExecutionSearch() {}

  /** Documents all that a search can be narrowed by. */
  public static RouteDraft document(RouteDraft route) {
    return GRAMMAR
        .document(route)
        .query("scope", Kind.TEXT, "USER or SYSTEM")
        .query(
            "dateFilter",
            Kind.TEXT,
            "START_DATE, END_DATE or START_OR_END_DATE: what the dates are about")
        .query("timeRange", Kind.DURATION, "Only executions that began since");
  }

  /**
   * Reads all conditions of a request. With {@code dateFilter} the window from {@code startDate} to
   * {@code endDate} is about one of the two dates, or about both. Executions that try something out
   * are left out unless {@code kind} asks for them.
   */
  public static List<Filter<ExecutionField>> filters(Query query, InstantSource clock) {
    List<Filter<ExecutionField>> filters = normalUnlessAsked(GRAMMAR.filters(query, clock));
    String about = query.text("dateFilter").orElse("");
    return switch (about.toUpperCase(Locale.ROOT)) {
      case "" -> filters;
      case "START_DATE" -> about(ExecutionField.START_DATE, filters);
      case "END_DATE" -> about(ExecutionField.END_DATE, filters);
      case "START_OR_END_DATE" -> aboutBoth(filters);
      default ->
          throw Problem.badRequest(
              "the parameter 'dateFilter' must be START_DATE, END_DATE or START_OR_END_DATE");
    };
  }

  private static List<Filter<ExecutionField>> about(
      ExecutionField date, List<Filter<ExecutionField>> filters) {
    return filters.stream()
        .map(
            filter ->
                isDate(filter)
                    ? new Filter<>(date, filter.operator(), filter.values(), filter.key())
                    : filter)
        .toList();
  }

  /** Makes the bounds of the window one condition: a date in it, not a bound for each date. */
  private static List<Filter<ExecutionField>> aboutBoth(List<Filter<ExecutionField>> filters) {
    String from = "";
    String to = "";
    var all = new ArrayList<Filter<ExecutionField>>();
    for (Filter<ExecutionField> filter : filters) {
      if (!isDate(filter)) {
        all.add(filter);
      } else if (filter.operator() == Operator.GREATER_THAN_OR_EQUAL_TO && from.isEmpty()) {
        from = filter.values().getFirst();
      } else if (filter.operator() == Operator.LESS_THAN_OR_EQUAL_TO && to.isEmpty()) {
        to = filter.values().getFirst();
      } else {
        throw Problem.invalidFilters(
            "START_OR_END_DATE needs a window: one date to begin with, one to end with");
      }
    }
    if (!from.isEmpty() || !to.isEmpty()) {
      all.add(Filter.of(ExecutionField.START_OR_END_DATE, Operator.IN, from, to));
    }
    return List.copyOf(all);
  }

  private static boolean isDate(Filter<ExecutionField> filter) {
    return filter.field() == ExecutionField.START_DATE || filter.field() == ExecutionField.END_DATE;
  }

  /** Executions that another one has called, or all others. */
  private static Filter<ExecutionField> calledOrNot(Filter<ExecutionField> filter) {
    Operator operator =
        switch (filter.values().getFirst().toUpperCase(Locale.ROOT)) {
          case "CHILD" -> Operator.NOT_EQUALS;
          case "MAIN" -> Operator.EQUALS;
          default -> throw Problem.invalidFilters("childFilter must be CHILD or MAIN");
        };
    return Filter.of(filter.field(), operator, "");
  }

  private static String state(String text) {
    String state = text.toUpperCase(Locale.ROOT);
    if (!StateNames.ALL.contains(state)) {
      throw Problem.invalidFilters("there is no such state");
    }
    return state;
  }

  private static String kind(String text) {
    String kind = text.toUpperCase(Locale.ROOT);
    if (Arrays.stream(ExecutionKind.values()).noneMatch(known -> known.name().equals(kind))) {
      throw Problem.invalidFilters("kind must be NORMAL, TEST or PLAYGROUND");
    }
    return kind;
  }

  /** Adds that executions are normal ones, unless somebody asks for others. */
  public static List<Filter<ExecutionField>> normalUnlessAsked(
      List<Filter<ExecutionField>> filters) {
    if (filters.stream().anyMatch(filter -> filter.field() == ExecutionField.KIND)) {
      return filters;
    }
    var all = new ArrayList<>(filters);
    all.add(Filter.of(ExecutionField.KIND, Operator.EQUALS, ExecutionKind.NORMAL.name()));
    return List.copyOf(all);
  }

  private static String number(String text) {
    if (text.isEmpty() || text.length() > 9 || !text.chars().allMatch(Character::isDigit)) {
      throw Problem.invalidFilters("flowRevision must be a whole number");
    }
    return text;
  }

  private static UnaryOperator<String> date(String name) {
    return text -> Query.instantOf(name, text).toString();
  }
}
