package dev.legato.rest.dashboard;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What a chart looks like. */
enum ChartType {
  TIME_SERIES("TimeSeries"),
  BAR("Bar"),
  PIE("Pie"),
  TABLE("Table"),
  KPI("KPI"),
  MARKDOWN("Markdown");

  private static final String PREFIX = "io.kestra.plugin.core.dashboard.chart.";

  private final String word;

  ChartType(String word) {
    this.word = word;
  }

  /** The name that authors write. */
  String typeName() {
    return PREFIX + word;
  }

  /** The type with a name; the long and the short form mean the same. */
  static Optional<ChartType> named(String name) {
    return Arrays.stream(values())
        .filter(
            type ->
                name.equals(type.typeName())
                    || name.equals(type.typeName().substring("io.kestra.plugin.".length()))
                    || name.equals(type.word))
        .findFirst();
  }

  static List<String> names() {
    return Arrays.stream(values()).map(ChartType::typeName).toList();
  }
}
