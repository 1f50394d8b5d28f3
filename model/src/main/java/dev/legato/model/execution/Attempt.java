package dev.legato.model.execution;

import org.jspecify.annotations.Nullable;

/**
 * One try at running a task; its number is its place in the task run's list, from 0.
 *
 * @param logFile the URI of a file in internal storage with its log; absent while it runs, and when
 *     its log is kept like that of other tasks
 */
public record Attempt(StatusHistory<TaskRunStatus> history, @Nullable String logFile) {
  /** An attempt whose log is kept like that of other tasks. */
  public Attempt(StatusHistory<TaskRunStatus> history) {
    this(history, null);
  }

  public TaskRunStatus status() {
    return history.current();
  }
}
