package dev.legato.sql.search;

import dev.legato.sql.encoding.Micros;
import dev.legato.storage.ExecutionField;
import dev.legato.storage.Filter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The table {@code execution e}.
 *
 * @param now until when an execution that has not ended has lasted
 */
public record ExecutionColumns(Instant now) implements Columns<ExecutionField> {
  private static final String DURATION = "(coalesce(e.end_date, ?) - e.start_date)";

  private static final String LABEL =
      "exists (select 1 from execution_label l where l.execution_id = e.id and l.key = ?";

  @Override
  public Fragment condition(Filter<ExecutionField> filter) {
    return switch (filter.field()) {
      case ID -> Comparison.text("e.id", filter);
      case NAMESPACE -> Comparison.text("e.namespace", filter);
      case FLOW_ID -> Comparison.text("e.flow_id", filter);
      case FLOW_REVISION -> Comparison.number("e.revision", filter, Values::integer);
      case STATE -> Comparison.text("e.state", filter);
      case START_DATE -> Comparison.number("e.start_date", filter, Values::instant);
      case END_DATE -> Comparison.number("e.end_date", filter, Values::instant);
      case START_OR_END_DATE -> startedOrEnded(filter);
      case DURATION -> duration(filter);
      case LABELS -> label(filter);
      case TRIGGER_EXECUTION_ID -> Comparison.text("e.trigger_execution_id", filter);
      case PARENT_ID -> Comparison.text("e.parent_id", filter);
      case KIND -> Comparison.text("e.kind", filter);
      case CALLER_TASK_RUN -> Comparison.number("e.caller_task_run", filter, Values::integer);
      case CALLER_ITERATION -> Comparison.number("e.caller_iteration", filter, Values::integer);
      case QUERY -> Comparison.freeText(List.of("e.id", "e.namespace", "e.flow_id"), filter);
    };
  }

  private static Fragment startedOrEnded(Filter<ExecutionField> filter) {
    if (filter.operator() != Filter.Operator.IN || filter.values().size() != 2) {
      throw Comparison.unsupported(filter);
    }
    String from = filter.values().getFirst();
    String to = filter.values().getLast();
    long first = from.isEmpty() ? Long.MIN_VALUE : Values.instant(from);
    long last = to.isEmpty() ? Long.MAX_VALUE : Values.instant(to);
    return Fragment.of(
        "(e.start_date between ? and ? or e.end_date between ? and ?)", first, last, first, last);
  }

  private Fragment duration(Filter<ExecutionField> filter) {
    Fragment comparison = Comparison.number(DURATION, filter, Values::duration);
    var parameters = new ArrayList<Object>();
    parameters.add(Micros.of(now)); // a comparison of numbers names its expression once, first
    parameters.addAll(comparison.parameters());
    return new Fragment(comparison.sql(), parameters);
  }

  // as a set, so that the label's own index is walked and not every execution
  private static Fragment label(Filter<ExecutionField> filter) {
    return filter.operator() == Filter.Operator.EQUALS
        ? Comparison.label(
            "e.id in (select l.execution_id from execution_label l where l.key = ?",
            "l.value",
            filter)
        : Comparison.label(LABEL, "l.value", filter);
  }

  @Override
  public Optional<Fragment> sortedBy(ExecutionField field) {
    return switch (field) {
      case ID -> column("e.id");
      case NAMESPACE -> column("e.namespace");
      case FLOW_ID -> column("e.flow_id");
      case FLOW_REVISION -> column("e.revision");
      case STATE -> column("e.state");
      case START_DATE -> column("e.start_date");
      case END_DATE -> column("e.end_date");
      case DURATION -> Optional.of(Fragment.of(DURATION, Micros.of(now)));
      case TRIGGER_EXECUTION_ID -> column("e.trigger_execution_id");
      case PARENT_ID -> column("e.parent_id");
      case KIND -> column("e.kind");
      case CALLER_TASK_RUN -> column("e.caller_task_run");
      case CALLER_ITERATION -> column("e.caller_iteration");
      case START_OR_END_DATE, LABELS, QUERY -> Optional.empty();
    };
  }

  private static Optional<Fragment> column(String expression) {
    return Optional.of(Fragment.of(expression));
  }

  @Override
  public List<String> key() {
    return List.of("e.id");
  }
}
