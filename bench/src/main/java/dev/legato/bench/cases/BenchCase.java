package dev.legato.bench.cases;

import dev.legato.bench.report.Result;
import java.util.List;

/** Something that is measured. */
public record BenchCase(String name, String description, Body body) {
  /** The measuring itself. */
  @FunctionalInterface
  public interface Body {
    List<Result> run(Settings settings) throws Exception;
  }

  public List<Result> run(Settings settings) throws Exception {
    return body.run(settings);
  }
}
