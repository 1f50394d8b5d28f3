package dev.legato.model.execution;

/** Where an execution stands. The names are what clients see as {@code state}. */
public enum ExecutionStatus {
  CREATED(false),
  RUNNING(false),
  RETRYING(false),
  KILLING(false),
  SUCCESS(true),
  WARNING(true),
  FAILED(true),
  KILLED(true);

  private final boolean terminal;

  ExecutionStatus(boolean terminal) {
    this.terminal = terminal;
  }

  /** Whether nothing happens any more by itself. */
  public boolean isTerminal() {
    return terminal;
  }
}
