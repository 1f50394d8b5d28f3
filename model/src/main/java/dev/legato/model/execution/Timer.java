package dev.legato.model.execution;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that an execution waits for. Execution, kind and task run are its key; setting it again
 * replaces it.
 *
 * @param taskRun sequence of the task run that waits; absent when the execution itself waits
 */
public record Timer(ExecutionId execution, Kind kind, @Nullable Integer taskRun, Instant due) {
  /** What happens when the time has come. */
  public enum Kind {
    /** The execution starts. */
    START,
    /** The next attempt of the task run starts. */
    RETRY
  }

  public Key key() {
    return new Key(execution, kind, taskRun);
  }

  /** What makes a timer the same timer. */
  public record Key(ExecutionId execution, Kind kind, @Nullable Integer taskRun) {}
}
