package dev.legato.engine;

import dev.legato.model.execution.ExecutionRecord;

/** Says whether an execution that is about to start finds a place among those of its flow. */
@FunctionalInterface
public interface Admission {
  /** Flows without a limit. */
  Admission ALWAYS = _ -> Verdict.GRANTED;

  /** Asked at most once in a decision; a granted place is taken from then on. */
  Verdict ask(ExecutionRecord execution);

  /** What becomes of the execution. */
  enum Verdict {
    /** It starts. */
    GRANTED,
    /** It waits for {@code AdmitExecution}. */
    QUEUED,
    /** It ends as CANCELLED. */
    CANCELLED,
    /** It ends as FAILED. */
    FAILED
  }
}
