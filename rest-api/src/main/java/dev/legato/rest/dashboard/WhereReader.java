package dev.legato.rest.dashboard;

import dev.legato.language.complaint.ComplaintCode;
import dev.legato.storage.ChartField;
import dev.legato.storage.ChartFilter;
import dev.legato.storage.Filter;
import dev.legato.storage.Filter.Operator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads conditions. */
final class WhereReader {
  private static final Map<String, Operator> OPERATORS =
      Map.ofEntries(
          Map.entry("EQUAL_TO", Operator.EQUALS),
          Map.entry("NOT_EQUAL_TO", Operator.NOT_EQUALS),
          Map.entry("IN", Operator.IN),
          Map.entry("NOT_IN", Operator.NOT_IN),
          Map.entry("CONTAINS", Operator.CONTAINS),
          Map.entry("STARTS_WITH", Operator.STARTS_WITH),
          Map.entry("ENDS_WITH", Operator.ENDS_WITH),
          Map.entry("REGEX", Operator.REGEX),
          Map.entry("GREATER_THAN", Operator.GREATER_THAN),
          Map.entry("GREATER_THAN_OR_EQUAL_TO", Operator.GREATER_THAN_OR_EQUAL_TO),
          Map.entry("LESS_THAN", Operator.LESS_THAN),
          Map.entry("LESS_THAN_OR_EQUAL_TO", Operator.LESS_THAN_OR_EQUAL_TO));

  private static final List<String> TYPES =
      List.of(
          "EQUAL_TO",
          "NOT_EQUAL_TO",
          "IN",
          "NOT_IN",
          "CONTAINS",
          "STARTS_WITH",
          "ENDS_WITH",
          "REGEX",
          "GREATER_THAN",
          "GREATER_THAN_OR_EQUAL_TO",
          "LESS_THAN",
          "LESS_THAN_OR_EQUAL_TO",
          "IS_NULL",
          "IS_NOT_NULL",
          "IS_TRUE",
          "IS_FALSE",
          "OR");

  private final Section section;
  private final String name;

  WhereReader(Section section, String name) {
    this.section = section;
    this.name = name;
  }

  /** The names of all comparisons. */
  static List<String> types() {
    return TYPES;
  }

  List<ChartFilter> read() {
    return read(section.sections(name));
  }

  private static List<ChartFilter> read(List<Section> sections) {
    var filters = new ArrayList<ChartFilter>();
    sections.forEach(condition -> condition(condition).ifPresent(filters::add));
    return List.copyOf(filters);
  }

  private static Optional<ChartFilter> condition(Section condition) {
    condition.allowOnly("field", "type", "value", "values", "labelKey");
    String type = condition.required("type").orElse("").toUpperCase(Locale.ROOT);
    if (type.equals("OR")) {
      List<ChartFilter> any = read(condition.sections("values"));
      return any.isEmpty() ? Optional.empty() : Optional.of(new ChartFilter.AnyOf(any));
    }
    Optional<ChartField> field = field(condition);
    String key = condition.text("labelKey").orElse(null);
    if (field.isEmpty()) {
      if (condition.text("field").isEmpty()) {
        condition.complain(
            ComplaintCode.MISSING_PROPERTY, "field", "'field' is missing.", "Add it.");
      }
      return Optional.empty();
    }
    checkLabel(condition, field, key);
    return condition(condition, type, field.get(), key);
  }

  private static Optional<ChartFilter> condition(
      Section condition, String type, ChartField field, @Nullable String key) {
    Operator operator = OPERATORS.get(type);
    if (operator != null) {
      List<String> values = values(condition, operator);
      return values.isEmpty()
          ? Optional.empty()
          : Optional.of(new ChartFilter.Compared(new Filter<>(field, operator, values, key)));
    }
    return switch (type) {
      case "IS_NULL" -> Optional.of(new ChartFilter.Present(field, key, false));
      case "IS_NOT_NULL" -> Optional.of(new ChartFilter.Present(field, key, true));
      case "IS_TRUE" -> Optional.of(truth(field, key, "true"));
      case "IS_FALSE" -> Optional.of(truth(field, key, "false"));
      default -> {
        condition.complain(
            ComplaintCode.INVALID_VALUE,
            "type",
            "'%s' is not possible here.".formatted(type),
            "Use one of " + String.join(", ", TYPES) + ".");
        yield Optional.empty();
      }
    };
  }

  private static ChartFilter truth(ChartField field, @Nullable String key, String value) {
    return new ChartFilter.Compared(new Filter<>(field, Operator.EQUALS, List.of(value), key));
  }

  private static List<String> values(Section condition, Operator operator) {
    boolean several = operator == Operator.IN || operator == Operator.NOT_IN;
    List<String> values =
        several && condition.names().contains("values")
            ? condition.texts("values")
            : condition.text("value").map(List::of).orElse(List.of());
    if (values.isEmpty()) {
      String wanted = several ? "values" : "value";
      condition.complain(
          ComplaintCode.MISSING_PROPERTY, wanted, "'%s' is missing.".formatted(wanted), "Add it.");
    }
    return values;
  }

  /** The field that a section names; empty when it names none that there is. */
  static Optional<ChartField> field(Section section) {
    return section.choice(
        "field",
        name ->
            Arrays.stream(ChartField.values())
                .filter(field -> field.name().equals(name.toUpperCase(Locale.ROOT)))
                .findFirst(),
        DataReader.names(ChartField.values()));
  }

  /** Labels have keys, other fields have none. */
  static void checkLabel(Section section, Optional<ChartField> field, @Nullable String key) {
    boolean isLabel = field.filter(ChartField.LABELS::equals).isPresent();
    if (isLabel && key == null) {
      section.complain(
          ComplaintCode.MISSING_PROPERTY,
          "labelKey",
          "'labelKey' is missing.",
          "Say which label is meant.");
    }
  }
}
