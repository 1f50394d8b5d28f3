package dev.legato.orchestrator.execution;

import dev.legato.model.execution.Breakpoint;
import dev.legato.model.execution.ExecutionStatus;
import dev.legato.model.execution.TaskRunStatus;
import dev.legato.model.flow.Label;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Something that people do to an execution that exists. */
public sealed interface Action {
  /** Starts nothing new until somebody resumes the execution. */
  record Pause() implements Action {}

  /**
   * Goes on after a pause.
   *
   * @param taskRunId which pause is over; absent for the first one
   * @param values texts or JSON values for what the pause asks, not checked yet
   * @param by who resumes it; absent when unknown
   */
  record Resume(
      @Nullable String taskRunId, Map<String, @Nullable Object> values, @Nullable String by)
      implements Action {
    /** Resumes the first pause and answers nothing. */
    public static Resume first(@Nullable String by) {
      return new Resume(null, Map.of(), by);
    }
  }

  /**
   * Goes on at a breakpoint.
   *
   * @param breakpoints where to stop from now on; absent to leave them as they are
   */
  record ResumeFromBreakpoint(@Nullable List<Breakpoint> breakpoints) implements Action {}

  /** Goes on where the execution failed; in a new execution when the revision is another one. */
  record Restart(RevisionChoice revision) implements Action {}

  /**
   * Runs again in a new execution.
   *
   * @param taskRunId where to go on; absent to begin at the start
   * @param inputs in place of the inputs of the execution, not checked yet; absent to keep them
   * @param breakpoints where the new execution is to stop
   */
  record Replay(
      @Nullable String taskRunId,
      RevisionChoice revision,
      @Nullable Map<String, @Nullable Object> inputs,
      List<Breakpoint> breakpoints)
      implements Action {}

  /** Takes a task run to have ended with a status, and goes on from there. */
  record ChangeTaskRun(String taskRunId, TaskRunStatus status) implements Action {}

  /** Takes an ended execution to have ended with another status. */
  record ChangeStatus(ExecutionStatus status) implements Action {}

  /** Gives an ended execution labels, which replace those with the same keys. */
  record SetLabels(List<Label> labels) implements Action {}

  /** Starts without waiting for a date or a place, or resumes. */
  record ForceRun() implements Action {}

  /**
   * Leaves the queue.
   *
   * @param status RUNNING to start at once, or a terminal one to end without running
   */
  record Unqueue(ExecutionStatus status) implements Action {}

  /**
   * Stops the execution.
   *
   * @param cascade whether the executions that it started are stopped, too
   */
  record Kill(boolean cascade) implements Action {}

  /**
   * Removes the execution; one that lives is stopped first.
   *
   * @param logs whether its log goes, too
   * @param metrics whether its metrics go, too
   * @param files whether its files in internal storage go, too
   */
  record Delete(boolean logs, boolean metrics, boolean files) implements Action {
    /** Removes all that belongs to the execution. */
    public static Delete everything() {
      return new Delete(true, true, true);
    }
  }

  /** Which revision of its flow an execution goes on with. */
  sealed interface RevisionChoice {
    /** The one that it has. */
    record Same() implements RevisionChoice {}

    /** The newest one that is no draft. */
    record Newest() implements RevisionChoice {}

    record Numbered(int revision) implements RevisionChoice {}
  }
}
