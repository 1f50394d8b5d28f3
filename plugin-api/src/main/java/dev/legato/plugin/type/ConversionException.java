package dev.legato.plugin.type;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

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
   * @param found the value that is wrong; null when it does not help to show it
   */
  public record Problem(String path, String what, @Nullable Object found) {
    private static final int SHOWN_CHARACTERS = 50;

    public Problem(String path, String what) {
      this(path, what, null);
    }

    /** The name at the beginning of the path. */
    public String property() {
      return path.split("[.\\[]", 2)[0];
    }

    /** The same problem seen from the value that holds this one. */
    public Problem under(String parent) {
      if (path.isEmpty()) {
        return new Problem(parent, what, found);
      }
      return new Problem(parent + (path.startsWith("[") ? "" : ".") + path, what, found);
    }

    /** With its subject and the value, for people. */
    public String sentence() {
      return sentence(found == null ? "" : ", but is " + shown(found));
    }

    /** With its subject but without the value, for values that may hold a secret. */
    public String discreetSentence() {
      return sentence(found == null ? "" : ", but is " + kind(found));
    }

    private String sentence(String end) {
      return (path.isEmpty() ? what : "property '" + path + "' " + what) + end;
    }

    private static String shown(Object value) {
      return switch (value) {
        case String text when text.length() > SHOWN_CHARACTERS ->
            "the text '" + text.substring(0, SHOWN_CHARACTERS) + "…'";
        case String text -> "the text '" + text + "'";
        case Number number -> "the number " + number;
        case Boolean truth -> truth.toString();
        default -> kind(value);
      };
    }

    private static String kind(Object value) {
      return switch (value) {
        case String _ -> "another text";
        case Number _ -> "another number";
        case Boolean _ -> "a truth value";
        case List<?> _ -> "a list";
        case Map<?, ?> _ -> "a map";
        default -> "a " + value.getClass().getSimpleName();
      };
    }
  }
}
