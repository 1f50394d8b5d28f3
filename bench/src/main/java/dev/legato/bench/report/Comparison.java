package dev.legato.bench.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The figures that two runs have in common. */
public record Comparison(List<Row> rows) {
  /** One figure, before and after. */
  public record Row(String result, String figure, double before, double after) {
    /** What became of one. */
    public double ratio() {
      return before == 0 ? Double.NaN : after / before;
    }
  }

  public static Comparison of(Report before, Report after) {
    var rows = new ArrayList<Row>();
    for (Result now : after.results()) {
      Optional<Result> then =
          before.results().stream().filter(old -> old.name().equals(now.name())).findFirst();
      then.ifPresent(old -> rows.addAll(compare(old, now)));
    }
    return new Comparison(rows);
  }

  private static List<Row> compare(Result before, Result after) {
    var rows = new ArrayList<Row>();
    for (Map.Entry<String, Double> figure : after.figures().entrySet()) {
      Double old = before.figures().get(figure.getKey());
      if (old != null) {
        rows.add(new Row(after.name(), figure.getKey(), old, figure.getValue()));
      }
    }
    return rows;
  }

  /** A table for a terminal. */
  public String table() {
    var table =
        new StringBuilder(
            "  %-28s %-22s %12s %12s %8s%n".formatted("case", "figure", "before", "now", "ratio"));
    for (Row row : rows) {
      table.append(
          "  %-28s %-22s %12s %12s %8s%n"
              .formatted(
                  row.result(),
                  row.figure(),
                  Report.number(row.before()),
                  Report.number(row.after()),
                  String.format(Locale.ROOT, "%.2f", row.ratio())));
    }
    return table.toString();
  }
}
