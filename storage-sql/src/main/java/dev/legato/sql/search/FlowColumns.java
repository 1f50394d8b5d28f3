package dev.legato.sql.search;

import dev.legato.storage.Filter;
import dev.legato.storage.FlowField;
import java.util.List;
import java.util.Optional;

/** The table {@code flow f}; only the newest revisions of flows that are not removed. */
public record FlowColumns() implements Columns<FlowField> {
  private static final String LABEL =
      "exists (select 1 from json_each(f.labels) l where l.value ->> 0 = ?";

  @Override
  public Fragment condition(Filter<FlowField> filter) {
    return switch (filter.field()) {
      case ID -> Comparison.text("f.flow_id", filter);
      case NAMESPACE -> Comparison.text("f.namespace", filter);
      case REVISION -> Comparison.number("f.revision", filter, Values::integer);
      case LABELS -> Comparison.label(LABEL, "l.value ->> 1", filter);
      case QUERY ->
          Comparison.freeText(List.of("f.flow_id", "f.namespace", "f.description"), filter);
      case SOURCE -> Comparison.freeText(List.of("f.source"), filter);
    };
  }

  @Override
  public Optional<Fragment> sortedBy(FlowField field) {
    return switch (field) {
      case ID -> column("f.flow_id");
      case NAMESPACE -> column("f.namespace");
      case REVISION -> column("f.revision");
      case LABELS, QUERY, SOURCE -> Optional.empty();
    };
  }

  private static Optional<Fragment> column(String expression) {
    return Optional.of(Fragment.of(expression));
  }

  @Override
  public List<String> key() {
    return List.of("f.namespace", "f.flow_id");
  }

  @Override
  public Optional<String> always() {
    return Optional.of("f.newest = 1 and f.deleted = 0");
  }
}
