package dev.legato.bench.report;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The figures of one case, by name; the unit is the last word of the name.
 *
 * @param bar what the design asks for, empty for none
 */
public record Result(String name, Map<String, Double> figures, String bar) {
  /** A result without figures yet. */
  public static Result of(String name, String bar) {
    return new Result(name, new LinkedHashMap<>(), bar);
  }

  /** Adds a figure. */
  public Result with(String figure, double value) {
    figures.put(figure, value);
    return this;
  }
}
