package dev.legato.sql.search;

import dev.legato.storage.Filter;
import dev.legato.storage.TemplateField;
import java.util.List;
import java.util.Optional;

/** The table {@code template t}; only the newest revisions of templates that are not removed. */
public record TemplateColumns() implements Columns<TemplateField> {
  @Override
  public Fragment condition(Filter<TemplateField> filter) {
    return switch (filter.field()) {
      case ID -> Comparison.text("t.template_id", filter);
      case NAMESPACE -> Comparison.text("t.namespace", filter);
      case QUERY ->
          Comparison.freeText(List.of("t.template_id", "t.namespace", "t.description"), filter);
    };
  }

  @Override
  public Optional<Fragment> sortedBy(TemplateField field) {
    return switch (field) {
      case ID -> Optional.of(Fragment.of("t.template_id"));
      case NAMESPACE -> Optional.of(Fragment.of("t.namespace"));
      case QUERY -> Optional.empty();
    };
  }

  @Override
  public List<String> key() {
    return List.of("t.namespace", "t.template_id");
  }

  @Override
  public Optional<String> always() {
    return Optional.of("t.newest = 1 and t.deleted = 0");
  }
}
