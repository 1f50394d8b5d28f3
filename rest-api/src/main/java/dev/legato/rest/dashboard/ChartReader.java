package dev.legato.rest.dashboard;

import dev.legato.language.complaint.ComplaintCode;
import dev.legato.storage.ChartColumn;
import dev.legato.storage.ChartField;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads one chart and checks that its type can show its data. */
final class ChartReader {
  private static final Set<ChartField> DATES =
      EnumSet.of(
          ChartField.START_DATE,
          ChartField.END_DATE,
          ChartField.DATE,
          ChartField.NEXT_EXECUTION_DATE);

  private final Section section;

  ChartReader(Section section) {
    this.section = section;
  }

  Optional<Chart> read(String id) {
    section.allowOnly("id", "type", "chartOptions", "data", "content", "source");
    if (section.required("type").isEmpty()) {
      return Optional.empty();
    }
    Optional<ChartType> type = section.choice("type", ChartType::named, ChartType.names());
    Optional<Section> options = section.section("chartOptions");
    options.ifPresent(found -> found.number("width", 1, 12));
    return type.map(known -> read(id, known, options));
  }

  private Chart read(String id, ChartType type, Optional<Section> options) {
    if (type == ChartType.MARKDOWN) {
      if (section.text("content").isEmpty() && section.section("source").isEmpty()) {
        section.complain(
            ComplaintCode.MISSING_PROPERTY, "content", "'content' is missing.", "Add the text.");
      }
      return new Chart(id, type, section.json(), null, null, false);
    }
    Optional<Section> data = section.section("data");
    if (data.isEmpty()) {
      section.complain(
          ComplaintCode.MISSING_PROPERTY,
          "data",
          "'data' is missing.",
          "Say where the figures come from.");
      return new Chart(id, type, section.json(), null, null, false);
    }
    ChartData figures = new DataReader(data.get()).read(type == ChartType.KPI);
    String column = options.flatMap(found -> found.text("column")).orElse(null);
    check(type, figures, data.get(), options);
    return new Chart(
        id,
        type,
        section.json(),
        figures,
        column,
        options
            .flatMap(found -> found.text("numberType"))
            .filter("PERCENTAGE"::equals)
            .isPresent());
  }

  private void check(ChartType type, ChartData figures, Section data, Optional<Section> options) {
    long aggregated =
        figures.columns().values().stream().filter(column -> column.aggregate() != null).count();
    switch (type) {
      case BAR, PIE, KPI -> {
        if (aggregated != 1) {
          complainOfCount(data, "exactly one column with 'agg'");
        }
      }
      case TIME_SERIES -> {
        if (aggregated < 1 || aggregated > 2) {
          complainOfCount(data, "one or two columns with 'agg'");
        }
      }
      case TABLE -> {
        boolean paged =
            options
                .flatMap(found -> found.section("pagination"))
                .flatMap(found -> found.flag("enabled"))
                .orElse(true);
        if (aggregated > 0 && paged) {
          section.complain(
              ComplaintCode.INVALID_VALUE,
              "chartOptions",
              "A table with an aggregation has no pages.",
              "Set chartOptions.pagination.enabled to false.");
        }
      }
      case MARKDOWN -> {}
    }
    checkNames(type, figures, options);
  }

  private static void complainOfCount(Section data, String wanted) {
    data.complain(
        ComplaintCode.INVALID_VALUE, "columns", "This chart needs %s.".formatted(wanted), null);
  }

  private void checkNames(ChartType type, ChartData figures, Optional<Section> options) {
    List<String> needed =
        switch (type) {
          case TIME_SERIES, BAR -> List.of("column");
          case PIE -> List.of("colorByColumn");
          case TABLE, KPI, MARKDOWN -> List.of();
        };
    for (String name : List.of("column", "colorByColumn")) {
      String column = options.flatMap(found -> found.text(name)).orElse(null);
      if (column == null && needed.contains(name)) {
        options
            .orElse(section)
            .complain(
                ComplaintCode.MISSING_PROPERTY,
                name,
                "'chartOptions.%s' is missing.".formatted(name),
                "Name one of the columns.");
      } else if (column != null) {
        checkColumn(options.orElse(section), name, column, figures.columns(), type);
      }
    }
  }

  private static void checkColumn(
      Section options,
      String name,
      String column,
      Map<String, ChartColumn> columns,
      ChartType type) {
    @Nullable ChartColumn found = columns.get(column);
    if (found == null) {
      options.complain(
          ComplaintCode.UNKNOWN_REFERENCE,
          name,
          "There is no column '%s'.".formatted(column),
          "The columns are " + String.join(", ", columns.keySet()) + ".");
    } else if (type == ChartType.TIME_SERIES
        && name.equals("column")
        && (found.field() == null || !DATES.contains(found.field()))) {
      options.complain(
          ComplaintCode.INVALID_VALUE,
          name,
          "'%s' is not a date, and a time series goes along dates.".formatted(column),
          null);
    }
  }
}
