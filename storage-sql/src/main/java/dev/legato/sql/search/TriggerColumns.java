package dev.legato.sql.search;

import dev.legato.storage.Filter;
import dev.legato.storage.TriggerField;
import java.util.List;
import java.util.Optional;

/** The table {@code trigger_state t}. */
public record TriggerColumns() implements Columns<TriggerField> {
  private static final String LOCKED = "(t.execution_id is not null or t.worker is not null)";

  @Override
  public Fragment condition(Filter<TriggerField> filter) {
    return switch (filter.field()) {
      case NAMESPACE -> Comparison.text("t.namespace", filter);
      case FLOW_ID -> Comparison.text("t.flow_id", filter);
      case TRIGGER_ID -> Comparison.text("t.trigger_id", filter);
      case KIND -> Comparison.text("t.kind", filter);
      case DISABLED -> Comparison.number("t.disabled", filter, TriggerColumns::truth);
      case LOCKED -> Comparison.number(LOCKED, filter, TriggerColumns::truth);
      case NEXT_DATE -> Comparison.number("t.next_date", filter, Values::instant);
      case LAST_DATE -> Comparison.number("t.date", filter, Values::instant);
      case LAST_FIRED -> Comparison.number("t.last_fired", filter, Values::instant);
      case EXECUTION_ID -> Comparison.text("t.execution_id", filter);
      case WORKER_ID -> Comparison.text("t.worker", filter);
      case UPDATED_AT -> Comparison.number("t.updated_at", filter, Values::instant);
      case QUERY ->
          Comparison.freeText(List.of("t.namespace", "t.flow_id", "t.trigger_id"), filter);
    };
  }

  private static long truth(String value) {
    return Boolean.parseBoolean(value) ? 1 : 0;
  }

  @Override
  public Optional<Fragment> sortedBy(TriggerField field) {
    return switch (field) {
      case NAMESPACE -> column("t.namespace");
      case FLOW_ID -> column("t.flow_id");
      case TRIGGER_ID -> column("t.trigger_id");
      case KIND -> column("t.kind");
      case DISABLED -> column("t.disabled");
      case LOCKED -> column(LOCKED);
      case NEXT_DATE -> column("t.next_date");
      case LAST_DATE -> column("t.date");
      case LAST_FIRED -> column("t.last_fired");
      case EXECUTION_ID -> column("t.execution_id");
      case WORKER_ID -> column("t.worker");
      case UPDATED_AT -> column("t.updated_at");
      case QUERY -> Optional.empty();
    };
  }

  private static Optional<Fragment> column(String expression) {
    return Optional.of(Fragment.of(expression));
  }

  @Override
  public List<String> key() {
    return List.of("t.namespace", "t.flow_id", "t.trigger_id");
  }
}
