package dev.legato.sql.search;

import dev.legato.storage.DashboardField;
import dev.legato.storage.Filter;
import java.util.List;
import java.util.Optional;

/** The table {@code dashboard d}. */
public record DashboardColumns() implements Columns<DashboardField> {
  @Override
  public Fragment condition(Filter<DashboardField> filter) {
    return switch (filter.field()) {
      case ID -> Comparison.text("d.id", filter);
      case TITLE -> Comparison.text("d.title", filter);
      case CREATED_AT -> Comparison.number("d.created_at", filter, Values::instant);
      case UPDATED_AT -> Comparison.number("d.updated_at", filter, Values::instant);
      case QUERY -> Comparison.freeText(List.of("d.title"), filter);
    };
  }

  @Override
  public Optional<Fragment> sortedBy(DashboardField field) {
    return switch (field) {
      case ID -> Optional.of(Fragment.of("d.id"));
      case TITLE -> Optional.of(Fragment.of("d.title"));
      case CREATED_AT -> Optional.of(Fragment.of("d.created_at"));
      case UPDATED_AT -> Optional.of(Fragment.of("d.updated_at"));
      case QUERY -> Optional.empty();
    };
  }

  @Override
  public List<String> key() {
    return List.of("d.id");
  }
}
