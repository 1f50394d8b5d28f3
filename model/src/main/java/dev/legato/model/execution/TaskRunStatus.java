package dev.legato.model.execution;

/** Where a task run or one of its attempts stands. */
public enum TaskRunStatus {
  CREATED(false),
  RUNNING(false),
  PAUSED(false),
  RETRYING(false),
  /** About to go on although it had ended. */
  RESTARTED(false),
  KILLING(false),
  SUCCESS(true),
  WARNING(true),
  FAILED(true),
  KILLED(true),
  SKIPPED(true),
  CANCELLED(true),
  /** Given up; a new execution of the same flow tries again. */
  RETRIED(true),
  /** Of attempts only: ended through no fault of its own, and the task is run again. */
  RESUBMITTED(true);

  private final boolean terminal;

  TaskRunStatus(boolean terminal) {
    this.terminal = terminal;
  }

  /** Whether nothing happens any more by itself. */
  public boolean isTerminal() {
    return terminal;
  }
}
