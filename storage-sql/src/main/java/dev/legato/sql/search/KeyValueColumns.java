package dev.legato.sql.search;

import dev.legato.storage.Filter;
import dev.legato.storage.KeyValueField;
import java.util.List;
import java.util.Optional;

/** The table {@code key_value k}. */
public record KeyValueColumns() implements Columns<KeyValueField> {
  @Override
  public Fragment condition(Filter<KeyValueField> filter) {
    return switch (filter.field()) {
      case NAMESPACE -> Comparison.text("k.namespace", filter);
      case KEY -> Comparison.text("k.key", filter);
      case TYPE -> Comparison.text("k.type", filter);
      case CREATED_AT -> Comparison.number("k.created_at", filter, Values::instant);
      case UPDATED_AT -> Comparison.number("k.updated_at", filter, Values::instant);
      case EXPIRES_AT -> Comparison.number("k.expires_at", filter, Values::instant);
      case QUERY -> Comparison.freeText(List.of("k.namespace", "k.key", "k.description"), filter);
    };
  }

  @Override
  public Optional<Fragment> sortedBy(KeyValueField field) {
    return switch (field) {
      case NAMESPACE -> column("k.namespace");
      case KEY -> column("k.key");
      case TYPE -> column("k.type");
      case CREATED_AT -> column("k.created_at");
      case UPDATED_AT -> column("k.updated_at");
      case EXPIRES_AT -> column("k.expires_at");
      case QUERY -> Optional.empty();
    };
  }

  private static Optional<Fragment> column(String expression) {
    return Optional.of(Fragment.of(expression));
  }

  @Override
  public List<String> key() {
    return List.of("k.namespace", "k.key");
  }
}
