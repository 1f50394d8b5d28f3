package dev.legato.model.flow;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Several executions that together start a flow.
 *
 * @param id tells it from others of the same trigger
 * @param parts at least one
 * @param needed how many of the parts must have come true in one window
 * @param window in which time
 * @param after what becomes of the window once the trigger has fired
 * @param outputsByFlow whether the outputs of the executions are told apart by the ids of their
 *     flows; else only those of the last one are seen
 */
public record Join(
    String id, List<Part> parts, int needed, Window window, After after, boolean outputsByFlow) {
  /**
   * What has to come true for some execution.
   *
   * @param name unique in the join
   * @param filters must hold besides the guard
   */
  public record Part(String name, TriggerGuard guard, Filters filters) {
    /** A part without filters. */
    public Part(String name, TriggerGuard guard) {
      this(name, guard, Filters.NONE);
    }
  }

  /**
   * Several comparisons.
   *
   * @param oneIsEnough whether one of them has to hold; else all have to
   */
  public record Filters(List<Filter> all, boolean oneIsEnough) {
    /** Lets everything pass. */
    public static final Filters NONE = new Filters(List.of(), false);
  }

  /**
   * A property of the execution compares in some way.
   *
   * @param values templates; several for {@link Comparison#IN} and {@link Comparison#NOT_IN}
   */
  public record Filter(Field field, Comparison comparison, List<String> values) {
    /** What is compared. */
    public enum Field {
      FLOW_ID,
      NAMESPACE,
      STATE,
      /** The value itself, rendered. */
      EXPRESSION
    }

    /** How it is compared. */
    public enum Comparison {
      EQUAL_TO,
      NOT_EQUAL_TO,
      IN,
      NOT_IN,
      IS_TRUE,
      IS_FALSE,
      IS_NULL,
      IS_NOT_NULL,
      STARTS_WITH,
      ENDS_WITH,
      /** All of the text matches a regular expression. */
      REGEX,
      CONTAINS
    }
  }

  /**
   * A window as its author wrote it.
   *
   * @param spelling how the properties are to be read
   */
  public record Window(Spelling spelling, Map<String, @Nullable Object> properties) {
    /** The two ways to write a window. */
    public enum Spelling {
      /** {@code timeWindow} of {@code preconditions}. */
      TIME_WINDOW,
      /** {@code window} beside {@code dependsOn}. */
      DEPENDENCIES
    }
  }

  /** What becomes of a window that is complete. */
  public enum After {
    /** What came true is forgotten; it may come true again. */
    RESET,
    /** Every further execution for which a part holds fires again. */
    GO_ON,
    /** Nothing more happens in this window. */
    CLOSE
  }
}
