package dev.legato.model.execution;

/** Where an execution stands. The names are what clients see as {@code state}. */
public enum ExecutionStatus {
  CREATED(false),
  /** Waits for a place, because its flow limits how many run at once. */
  QUEUED(false),
  RUNNING(false),
  /** Nothing goes on before somebody resumes it or a pause is over. */
  PAUSED(false),
  RETRYING(false),
  /** A task that somebody has marked is next; nothing new starts before somebody resumes it. */
  BREAKPOINT(false),
  /** About to go on after a pause or an end. */
  RESTARTED(false),
  KILLING(false),
  SUCCESS(true),
  WARNING(true),
  FAILED(true),
  KILLED(true),
  CANCELLED(true),
  /** Given up; a new execution of the same flow tries again. */
  RETRIED(true);

  private final boolean terminal;

  ExecutionStatus(boolean terminal) {
    this.terminal = terminal;
  }

  /** Whether nothing happens any more by itself. */
  public boolean isTerminal() {
    return terminal;
  }
}
