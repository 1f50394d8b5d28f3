package dev.legato.plugin.type;

import java.util.List;
import java.util.stream.Collectors;

/** A value does not fit its property. Holds everything that is wrong, not only the first thing. */
public final class ConversionException extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient List<Problem> problems;

  public ConversionException(String what) {
    this(List.of(new Problem("", what)));
  }

  /**
   * @param problems at least one
   */
  public ConversionException(List<Problem> problems) {
    super(problems.stream().map(Problem::sentence).collect(Collectors.joining("; ")));
    this.problems = List.copyOf(problems);
  }

  public List<Problem> problems() {
    return problems;
  }

  /**
   * One thing that is wrong.
   *
   * @param path of the value inside what was converted, such as {@code rows[2].name}; empty for the
   *     value itself
   * @param what the sentence without its subject, such as {@code must be a whole number}
   */
  public record Problem(String path, String what) {
    /** The same problem seen from the value that holds this one. */
    Problem under(String parent) {
      if (path.isEmpty()) {
        return new Problem(parent, what);
      }
      return new Problem(parent + (path.startsWith("[") ? "" : ".") + path, what);
    }

    /** With its subject, for people. */
    public String sentence() {
      return path.isEmpty() ? what : "property '" + path + "' " + what;
    }
  }
}
