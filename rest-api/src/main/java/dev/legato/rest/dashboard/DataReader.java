package dev.legato.rest.dashboard;

import dev.legato.language.complaint.ComplaintCode;
import dev.legato.rest.dashboard.ChartData.Sort;
import dev.legato.storage.ChartColumn;
import dev.legato.storage.ChartColumn.Aggregate;
import dev.legato.storage.ChartField;
import dev.legato.storage.ChartSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads where the figures of a chart come from. */
final class DataReader {
  private static final String PREFIX = "io.kestra.plugin.core.dashboard.data.";
  private static final String SUFFIX = "KPI";
  private static final Map<String, ChartSource> SOURCES =
      Map.of(
          "Executions", ChartSource.EXECUTIONS,
          "Logs", ChartSource.LOGS,
          "Metrics", ChartSource.METRICS,
          "Triggers", ChartSource.TRIGGERS,
          "Flows", ChartSource.FLOWS);

  private final Section section;

  DataReader(Section section) {
    this.section = section;
  }

  /** The names of all sources. */
  static List<String> sources() {
    return SOURCES.keySet().stream().sorted().map(word -> PREFIX + word).toList();
  }

  /**
   * Reads it.
   *
   * @param single whether it is one figure, whose only column needs no name
   */
  ChartData read(boolean single) {
    section.allowOnly("type", "columns", "where", "orderBy", "numerator");
    section.required("type");
    ChartSource source =
        section.choice("type", DataReader::source, sources()).orElse(ChartSource.EXECUTIONS);
    Map<String, ChartColumn> columns = columns(single);
    return new ChartData(
        source,
        columns,
        new WhereReader(section, "where").read(),
        new WhereReader(section, "numerator").read(),
        orderBy(columns));
  }

  private static Optional<ChartSource> source(String type) {
    String word = type.substring(type.lastIndexOf('.') + 1);
    String plain =
        word.endsWith(SUFFIX) ? word.substring(0, word.length() - SUFFIX.length()) : word;
    return Optional.ofNullable(SOURCES.get(plain));
  }

  private Map<String, ChartColumn> columns(boolean single) {
    var columns = new LinkedHashMap<String, ChartColumn>();
    Optional<Section> found = section.section("columns");
    if (found.isEmpty()) {
      section.complain(
          ComplaintCode.MISSING_PROPERTY, "columns", "'columns' is missing.", "Name one or more.");
      return columns;
    }
    Section all = found.get();
    if (single && (all.names().contains("agg") || all.names().contains("field"))) {
      column(all).ifPresent(column -> columns.put("value", column));
      return columns;
    }
    var seen = new HashSet<ChartColumn>();
    for (String name : all.names()) {
      all.section(name)
          .flatMap(DataReader::column)
          .ifPresent(
              column -> {
                if (!seen.add(column)) {
                  all.complain(
                      ComplaintCode.INVALID_VALUE,
                      name,
                      "Another column has the same field and aggregation.",
                      "Leave one of them out.");
                }
                columns.put(name, column);
              });
    }
    return Collections.unmodifiableMap(columns);
  }

  private static Optional<ChartColumn> column(Section column) {
    column.allowOnly("field", "displayName", "agg", "labelKey", "columnAlignment", "graphStyle");
    Optional<ChartField> field = WhereReader.field(column);
    Optional<Aggregate> aggregate =
        column.choice("agg", DataReader::aggregate, names(Aggregate.values()));
    String key = column.text("labelKey").orElse(null);
    if (field.isEmpty() && aggregate.orElse(null) != Aggregate.COUNT) {
      if (column.text("field").isEmpty()) {
        column.complain(
            ComplaintCode.MISSING_PROPERTY,
            "field",
            "'field' is missing.",
            "Only a column with 'agg: COUNT' needs none.");
      }
      return Optional.empty();
    }
    WhereReader.checkLabel(column, field, key);
    return Optional.of(new ChartColumn(field.orElse(null), key, aggregate.orElse(null), null));
  }

  private static Optional<Aggregate> aggregate(String name) {
    return Arrays.stream(Aggregate.values())
        .filter(aggregate -> aggregate.name().equals(name.toUpperCase(Locale.ROOT)))
        .findFirst();
  }

  static List<String> names(Enum<?>... values) {
    return Arrays.stream(values).map(Enum::name).toList();
  }

  private List<Sort> orderBy(Map<String, ChartColumn> columns) {
    var sorts = new ArrayList<Sort>();
    for (Section sort : section.sections("orderBy")) {
      sort.allowOnly("column", "order");
      String column = sort.required("column").orElse("");
      if (!column.isEmpty() && !columns.containsKey(column)) {
        sort.complain(
            ComplaintCode.UNKNOWN_REFERENCE,
            "column",
            "There is no column '%s'.".formatted(column),
            "The columns are " + String.join(", ", columns.keySet()) + ".");
      }
      boolean descending =
          sort.choice(
                  "order",
                  text ->
                      switch (text.toUpperCase(Locale.ROOT)) {
                        case "ASC" -> Optional.of(false);
                        case "DESC" -> Optional.of(true);
                        default -> Optional.<Boolean>empty();
                      },
                  List.of("ASC", "DESC"))
              .orElse(false);
      sorts.add(new Sort(column, descending));
    }
    return List.copyOf(sorts);
  }
}
