package dev.legato.model.plan;

import dev.legato.model.flow.Label;
import java.time.Duration;
import java.util.List;

/** Something that an execution has to keep to: an SLA. */
public sealed interface Agreement {
  String id();

  Behavior behavior();

  /** Added to the execution when it breaks the agreement. */
  List<Label> labels();

  /** What becomes of an execution that breaks the agreement. */
  enum Behavior {
    FAIL,
    CANCEL,
    /** It goes on. */
    NONE
  }

  /** The execution has to end within a time, counted from its start. */
  record MaxDuration(String id, Behavior behavior, List<Label> labels, Duration duration)
      implements Agreement {}

  /**
   * Something has to be true for as long as the execution runs.
   *
   * @param condition a template
   */
  record Assertion(String id, Behavior behavior, List<Label> labels, String condition)
      implements Agreement {}
}
