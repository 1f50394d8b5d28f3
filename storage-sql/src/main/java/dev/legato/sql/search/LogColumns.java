package dev.legato.sql.search;

import dev.legato.model.flow.LogLevel;
import dev.legato.storage.Filter;
import dev.legato.storage.Filter.Operator;
import dev.legato.storage.InvalidSearchException;
import dev.legato.storage.LogField;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The table {@code log l}. */
public record LogColumns() implements Columns<LogField> {
  private static final String LEVEL_RANK =
      "case l.level when 'TRACE' then 0 when 'DEBUG' then 1 when 'INFO' then 2 when 'WARN' then 3"
          + " else 4 end";

  @Override
  public Fragment condition(Filter<LogField> filter) {
    return switch (filter.field()) {
      case NAMESPACE -> Comparison.text("l.namespace", filter);
      case FLOW_ID -> Comparison.text("l.flow_id", filter);
      case EXECUTION_ID -> Comparison.text("l.execution_id", filter);
      case TASK_ID -> Comparison.text("l.task_id", filter);
      case TASK_RUN_ID -> Comparison.text("l.task_run_id", filter);
      case ATTEMPT -> Comparison.number("l.attempt", filter, Values::integer);
      case TRIGGER_ID -> Comparison.text("l.trigger_id", filter);
      case LEVEL -> Comparison.text("l.level", levels(filter));
      case TIMESTAMP -> Comparison.number("l.timestamp", filter, Values::instant);
      case QUERY -> Comparison.freeText(List.of("l.message"), filter);
    };
  }

  /** Comparisons of rank as a list of the levels that fulfil them. */
  private static Filter<LogField> levels(Filter<LogField> filter) {
    return switch (filter.operator()) {
      case EQUALS, GREATER_THAN_OR_EQUAL_TO -> {
        LogLevel least = level(Comparison.one(filter));
        List<String> levels =
            Arrays.stream(LogLevel.values())
                .filter(level -> level.isAtLeast(least))
                .map(LogLevel::name)
                .toList();
        yield new Filter<>(filter.field(), Operator.IN, levels, null);
      }
      case NOT_EQUALS, IN, NOT_IN -> filter;
      case GREATER_THAN,
          LESS_THAN,
          LESS_THAN_OR_EQUAL_TO,
          STARTS_WITH,
          ENDS_WITH,
          CONTAINS,
          PREFIX,
          REGEX ->
          throw Comparison.unsupported(filter);
    };
  }

  private static LogLevel level(String text) {
    try {
      return LogLevel.valueOf(text);
    } catch (IllegalArgumentException e) {
      throw new InvalidSearchException(
          "'%s' is not a level; levels are %s".formatted(text, Arrays.toString(LogLevel.values())),
          e);
    }
  }

  @Override
  public Optional<Fragment> sortedBy(LogField field) {
    return switch (field) {
      case NAMESPACE -> column("l.namespace");
      case FLOW_ID -> column("l.flow_id");
      case EXECUTION_ID -> column("l.execution_id");
      case TASK_ID -> column("l.task_id");
      case TASK_RUN_ID -> column("l.task_run_id");
      case ATTEMPT -> column("l.attempt");
      case LEVEL -> column(LEVEL_RANK);
      case TIMESTAMP -> column("l.timestamp");
      case TRIGGER_ID -> column("l.trigger_id");
      case QUERY -> Optional.empty();
    };
  }

  private static Optional<Fragment> column(String expression) {
    return Optional.of(Fragment.of(expression));
  }

  @Override
  public List<String> key() {
    return List.of("l.position");
  }
}
