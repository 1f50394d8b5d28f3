package dev.legato.bench.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/** The figures of a run, with what they were measured on. */
public final class Report {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Machine machine;
  private final List<Result> results = new ArrayList<>();

  /** What the figures were measured on. */
  public record Machine(String os, int processors, String java, Instant at) {
    /** This one, now. */
    public static Machine here() {
      return new Machine(
          System.getProperty("os.name") + " " + System.getProperty("os.arch"),
          Runtime.getRuntime().availableProcessors(),
          Runtime.version().toString(),
          Instant.now().truncatedTo(ChronoUnit.SECONDS));
    }
  }

  private record Document(Machine machine, List<Result> results) {}

  public Report(Machine machine) {
    this.machine = machine;
  }

  public void add(Result result) {
    results.add(result);
  }

  public List<Result> results() {
    return List.copyOf(results);
  }

  /** Reads what {@link #write} wrote. */
  public static Report read(Path file) throws IOException {
    Document document = JSON.readValue(Files.readString(file), Document.class);
    var report = new Report(document.machine());
    document.results().forEach(report::add);
    return report;
  }

  public void write(Path file) throws IOException {
    Files.writeString(
        file,
        JSON.writerWithDefaultPrettyPrinter()
            .writeValueAsString(new Document(machine, List.copyOf(results))));
  }

  /** A table for a terminal. */
  public String table() {
    var table = new StringBuilder();
    table.append(
        "%s, %d processors, Java %s, %s%n"
            .formatted(machine.os(), machine.processors(), machine.java(), machine.at()));
    results.forEach(result -> table.append(line(result)).append(System.lineSeparator()));
    return table.toString();
  }

  /** One case in one line. */
  public static String line(Result result) {
    String figures =
        result.figures().entrySet().stream()
            .map(figure -> figure.getKey() + " " + number(figure.getValue()))
            .collect(Collectors.joining("  "));
    String bar = result.bar().isEmpty() ? "" : "  (bar: " + result.bar() + ")";
    return "  %-28s %s%s".formatted(result.name(), figures, bar);
  }

  static String number(double value) {
    if (value >= 100 || value == Math.rint(value)) {
      return String.format(Locale.ROOT, "%,.0f", value);
    }
    return String.format(Locale.ROOT, "%.2f", value);
  }
}
