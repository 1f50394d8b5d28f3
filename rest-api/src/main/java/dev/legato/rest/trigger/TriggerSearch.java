package dev.legato.rest.trigger;

import dev.legato.model.flow.TriggerKind;
import dev.legato.rest.http.Json;
import dev.legato.rest.http.Parameter.Kind;
import dev.legato.rest.http.Problem;
import dev.legato.rest.http.Query;
import dev.legato.rest.http.RouteDraft;
import dev.legato.rest.search.FilterRule;
import dev.legato.rest.search.Names;
import dev.legato.rest.search.SearchGrammar;
import dev.legato.storage.Filter;
import dev.legato.storage.PageRequest.Sort;
import dev.legato.storage.TriggerField;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;

/** What triggers can be searched and sorted by. */
final class TriggerSearch {
  static final SearchGrammar<TriggerField> GRAMMAR =
      new SearchGrammar<>(
          Names.<FilterRule<TriggerField>>inOrder()
              .add("q", FilterRule.same(TriggerField.QUERY, UnaryOperator.identity()))
              .add("namespace", FilterRule.namespace(TriggerField.NAMESPACE))
              .add("flowId", FilterRule.text(TriggerField.FLOW_ID))
              .add("triggerId", FilterRule.text(TriggerField.TRIGGER_ID))
              .add("workerId", FilterRule.text(TriggerField.WORKER_ID))
              .add("executionId", FilterRule.text(TriggerField.EXECUTION_ID))
              .add("type", FilterRule.choice(TriggerField.KIND, TriggerSearch::kind))
              .add("kind", FilterRule.choice(TriggerField.KIND, TriggerSearch::kind))
              .add("triggerState", FilterRule.same(TriggerField.DISABLED, TriggerSearch::disabled))
              .add("enabled", FilterRule.same(TriggerField.DISABLED, TriggerSearch::notEnabled))
              .add("locked", FilterRule.same(TriggerField.LOCKED, truth("locked")))
              .add("startDate", FilterRule.ordered(TriggerField.NEXT_DATE, date("startDate")))
              .add("endDate", FilterRule.ordered(TriggerField.NEXT_DATE, date("endDate")))
              .add(
                  "nextExecutionDate",
                  FilterRule.ordered(TriggerField.NEXT_DATE, date("nextExecutionDate")))
              .add(
                  "lastTriggeredDate",
                  FilterRule.ordered(TriggerField.LAST_FIRED, date("lastTriggeredDate")))
              .map(),
          TriggerField.NAMESPACE,
          TriggerField.TRIGGER_ID,
          TriggerField.LAST_FIRED);

  static final Map<String, TriggerField> SORTS =
      Names.<TriggerField>inOrder()
          .add("triggerId", TriggerField.TRIGGER_ID)
          .add("flowId", TriggerField.FLOW_ID)
          .add("namespace", TriggerField.NAMESPACE)
          .add("nextExecutionDate", TriggerField.NEXT_DATE)
          .add("nextEvaluationDate", TriggerField.NEXT_DATE)
          .add("date", TriggerField.LAST_DATE)
          .add("lastTriggeredDate", TriggerField.LAST_FIRED)
          .add("updatedDate", TriggerField.UPDATED_AT)
          .add("updatedAt", TriggerField.UPDATED_AT)
          .add("executionId", TriggerField.EXECUTION_ID)
          .add("workerId", TriggerField.WORKER_ID)
          .add("disabled", TriggerField.DISABLED)
          .add("locked", TriggerField.LOCKED)
          .add("kind", TriggerField.KIND)
          .map();

  static final List<Sort<TriggerField>> BY_ID =
      List.of(
          new Sort<>(TriggerField.NAMESPACE, false),
          new Sort<>(TriggerField.FLOW_ID, false),
          new Sort<>(TriggerField.TRIGGER_ID, false));

  private TriggerSearch() {}

  /** Documents all that a search can be narrowed by. */
  static RouteDraft document(RouteDraft route) {
    return GRAMMAR
        .document(route)
        .query("scope", Kind.TEXT, "USER or SYSTEM")
        .query(
            "dateFilter",
            Kind.TEXT,
            "NEXT_EXECUTION_DATE (the default) or LAST_TRIGGERED_DATE: what the dates are about")
        .query("timeRange", Kind.DURATION, "Only triggers that fired since");
  }

  /** Reads all conditions of a request, those in its body included. */
  static List<Filter<TriggerField>> filters(
      Query query, byte[] body, Json json, InstantSource clock) {
    var filters = GRAMMAR.filters(query, clock);
    if (body.length > 0) {
      filters.addAll(GRAMMAR.filters(json.readObject(body), clock));
    }
    String about = query.text("dateFilter").orElse("NEXT_EXECUTION_DATE");
    return switch (about.toUpperCase(Locale.ROOT)) {
      case "NEXT_EXECUTION_DATE" -> filters;
      case "LAST_TRIGGERED_DATE" -> filters.stream().map(TriggerSearch::aboutLastFired).toList();
      default ->
          throw Problem.badRequest(
              "the parameter 'dateFilter' must be NEXT_EXECUTION_DATE or LAST_TRIGGERED_DATE");
    };
  }

  private static Filter<TriggerField> aboutLastFired(Filter<TriggerField> filter) {
    return filter.field() == TriggerField.NEXT_DATE
        ? new Filter<>(TriggerField.LAST_FIRED, filter.operator(), filter.values(), filter.key())
        : filter;
  }

  private static String kind(String text) {
    try {
      return TriggerKind.valueOf(text.toUpperCase(Locale.ROOT)).name();
    } catch (IllegalArgumentException e) {
      throw Problem.invalidFilters(
          "the type must be one of " + Arrays.toString(TriggerKind.values()));
    }
  }

  private static String disabled(String text) {
    return switch (text.toUpperCase(Locale.ROOT)) {
      case "ENABLED" -> "false";
      case "DISABLED" -> "true";
      default -> throw Problem.invalidFilters("triggerState must be ENABLED or DISABLED");
    };
  }

  private static String notEnabled(String text) {
    return Boolean.toString(!Boolean.parseBoolean(truth("enabled").apply(text)));
  }

  private static UnaryOperator<String> truth(String name) {
    return text ->
        switch (text.toLowerCase(Locale.ROOT)) {
          case "true" -> "true";
          case "false" -> "false";
          default -> throw Problem.invalidFilters(name + " must be true or false");
        };
  }

  private static UnaryOperator<String> date(String name) {
    return text -> Query.instantOf(name, text).toString();
  }
}
