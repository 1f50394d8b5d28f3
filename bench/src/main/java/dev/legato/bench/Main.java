package dev.legato.bench;

import dev.legato.bench.cases.BenchCase;
import dev.legato.bench.cases.Cases;
import dev.legato.bench.cases.Settings;
import dev.legato.bench.report.Comparison;
import dev.legato.bench.report.Report;
import dev.legato.bench.report.Result;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The command {@code legato bench}. */
@Command(
    name = "legato bench",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Measure Legato on this machine. Without a case, all of them.",
      "Load is open-loop: requests are sent when they are due, and latency counts from then."
    })
public final class Main implements Callable<Integer> {
  @Parameters(paramLabel = "CASE", description = "Which cases (see --list).")
  private List<String> names = new ArrayList<>();

  @Option(names = "--list", description = "Show the cases and stop.")
  private boolean list;

  @Option(names = "--json", paramLabel = "FILE", description = "Write the figures as JSON, too.")
  private @Nullable Path json;

  @Option(
      names = "--compare",
      paramLabel = "OLD.json",
      description = "Show the figures beside those of an earlier run.")
  private @Nullable Path compare;

  @Option(
      names = "--seconds",
      defaultValue = "10",
      description = "How long each rate is held (${DEFAULT-VALUE}).")
  private int seconds = 10;

  @Option(
      names = "--rate",
      description = "The first rate of the sustained cases, in executions a second.")
  private @Nullable Integer rate;

  /** Measures and exits. */
  public static void main(String[] args) {
    Logger.getLogger("").setLevel(Level.WARNING);
    System.exit(new CommandLine(new Main()).execute(args));
  }

  @Override
  public Integer call() throws Exception {
    if (list) {
      Cases.ALL.forEach(each -> System.out.printf("%-16s %s%n", each.name(), each.description()));
      return 0;
    }
    var report = new Report(Report.Machine.here());
    for (BenchCase each : Cases.named(names)) {
      System.out.printf("%n%s: %s%n", each.name(), each.description());
      try (var settings = Settings.create(seconds, rate)) {
        for (Result result : each.run(settings)) {
          report.add(result);
          System.out.println(Report.line(result));
        }
      }
    }
    finish(report);
    return 0;
  }

  private void finish(Report report) throws IOException {
    System.out.printf("%n%s", report.table());
    if (json != null) {
      report.write(json);
      System.out.println("Figures written to " + json);
    }
    if (compare != null) {
      System.out.printf("%n%s", Comparison.of(Report.read(compare), report).table());
    }
  }
}
