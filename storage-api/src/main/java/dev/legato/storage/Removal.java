package dev.legato.storage;

/**
 * What goes when executions are removed.
 *
 * @param executions whether they go themselves, with their task runs and timers
 * @param logs whether their log lines go
 * @param metrics whether their figures go
 */
public record Removal(boolean executions, boolean logs, boolean metrics) {
  public static final Removal EVERYTHING = new Removal(true, true, true);

  /**
   * How much has gone.
   *
   * @param logs lines
   * @param metrics figures
   */
  public record Count(long executions, long logs, long metrics) {
    public static final Count NOTHING = new Count(0, 0, 0);

    public Count plus(Count other) {
      return new Count(executions + other.executions, logs + other.logs, metrics + other.metrics);
    }
  }
}
