package dev.legato.bench.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.legato.bench.report.Comparison.Row;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ReportTest {
  private static final Report.Machine MACHINE =
      new Report.Machine("Linux amd64", 2, "25", Instant.parse("2026-11-22T10:00:00Z"));

  @TempDir Path directory;

  @Test
  void whatIsWrittenIsReadAgain() throws Exception {
    Report report = report("b1", 120);
    Path file = directory.resolve("figures.json");

    report.write(file);

    assertThat(Report.read(file).results()).isEqualTo(report.results());
    assertThat(Report.read(file).table()).isEqualTo(report.table());
  }

  @Test
  void comparingShowsTheRatioOfFiguresThatBothHave() {
    Report before = report("b1", 200);
    before.add(Result.of("gone", "").with("ms", 1));
    Report after = report("b1", 100);
    after.add(Result.of("new", "").with("ms", 1));

    Comparison comparison = Comparison.of(before, after);

    assertThat(comparison.rows()).containsExactly(new Row("b1", "p50 ms", 200, 100));
    assertThat(comparison.rows().getFirst().ratio()).isEqualTo(0.5);
    assertThat(comparison.table()).contains("b1", "p50 ms", "200", "100", "0.50");
  }

  private static Report report(String name, double p50) {
    var report = new Report(MACHINE);
    report.add(Result.of(name, "<= 8 ms").with("p50 ms", p50));
    return report;
  }
}
