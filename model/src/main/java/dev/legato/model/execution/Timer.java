package dev.legato.model.execution;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that an execution waits for. Execution, kind and task run are its key; setting it again
 * replaces it.
 *
 * @param taskRun sequence of the task run that waits; absent when the execution itself waits; for
 *     {@link Kind#SLA} the place of the agreement in its flow
 */
public record Timer(ExecutionId execution, Kind kind, @Nullable Integer taskRun, Instant due) {
  /** What happens when the time has come. */
  public enum Kind {
    /** The execution starts. */
    START,
    /** The next attempt of the task run starts. */
    RETRY,
    /** The pause of the task run is over, or has lasted too long. */
    PAUSE,
    /** The next round of the loop starts. */
    ROUND,
    /** The execution should have ended by now. */
    SLA,
    /** The execution that tries again in place of this one is created. */
    NEW_EXECUTION
  }

  public Key key() {
    return new Key(execution, kind, taskRun);
  }

  /** What makes a timer the same timer. */
  public record Key(ExecutionId execution, Kind kind, @Nullable Integer taskRun) {}
}
