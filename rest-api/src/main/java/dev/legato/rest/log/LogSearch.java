package dev.legato.rest.log;

import dev.legato.model.flow.LogLevel;
import dev.legato.rest.http.Problem;
import dev.legato.rest.http.Query;
import dev.legato.rest.search.FilterRule;
import dev.legato.rest.search.Names;
import dev.legato.rest.search.SearchGrammar;
import dev.legato.storage.LogField;
import dev.legato.storage.PageRequest.Sort;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;

/** What log lines can be searched and sorted by. */
public final class LogSearch {
  public static final SearchGrammar<LogField> GRAMMAR =
      new SearchGrammar<>(
          Names.<FilterRule<LogField>>inOrder()
              .add("q", FilterRule.same(LogField.QUERY, UnaryOperator.identity()))
              .add("namespace", FilterRule.namespace(LogField.NAMESPACE))
              .add("flowId", FilterRule.text(LogField.FLOW_ID))
              .add("triggerId", FilterRule.text(LogField.TRIGGER_ID))
              .add("executionId", FilterRule.text(LogField.EXECUTION_ID))
              .add("taskId", FilterRule.text(LogField.TASK_ID))
              .add("taskRunId", FilterRule.text(LogField.TASK_RUN_ID))
              .add("attemptNumber", FilterRule.ordered(LogField.ATTEMPT, LogSearch::number))
              .add("level", FilterRule.same(LogField.LEVEL, LogSearch::level))
              .add("startDate", FilterRule.ordered(LogField.TIMESTAMP, LogSearch::instant))
              .add("endDate", FilterRule.ordered(LogField.TIMESTAMP, LogSearch::instant))
              .map(),
          LogField.NAMESPACE,
          LogField.EXECUTION_ID,
          LogField.TIMESTAMP);

  static final Map<String, LogField> SORTS =
      Names.<LogField>inOrder()
          .add("timestamp", LogField.TIMESTAMP)
          .add("level", LogField.LEVEL)
          .map();

  static final List<Sort<LogField>> NEWEST_FIRST = List.of(new Sort<>(LogField.TIMESTAMP, true));

  private LogSearch() {}

  private static String level(String text) {
    try {
      return LogLevel.valueOf(text.toUpperCase(Locale.ROOT)).name();
    } catch (IllegalArgumentException e) {
      throw Problem.invalidFilters(
          "the level must be one of " + Arrays.toString(LogLevel.values()));
    }
  }

  private static String number(String text) {
    if (text.isEmpty() || text.length() > 9 || !text.chars().allMatch(Character::isDigit)) {
      throw Problem.invalidFilters("the number of an attempt is a whole number from 0");
    }
    return text;
  }

  private static String instant(String text) {
    return Query.instantOf("startDate or endDate", text).toString();
  }
}
