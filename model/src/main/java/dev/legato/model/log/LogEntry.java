package dev.legato.model.log;

import dev.legato.model.execution.ExecutionId;
import dev.legato.model.flow.FlowId;
import dev.legato.model.flow.LogLevel;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One line of the log of an execution, or of a trigger.
 *
 * @param execution absent for lines of a trigger that has started none
 * @param taskId absent for lines of the execution itself
 * @param attempt counts from 0, absent for lines of the execution itself
 * @param triggerId absent for lines that no trigger has written
 * @param thread which part wrote it
 */
public record LogEntry(
    FlowId flow,
    @Nullable ExecutionId execution,
    @Nullable String taskId,
    @Nullable String taskRunId,
    @Nullable Integer attempt,
    @Nullable String triggerId,
    Instant timestamp,
    LogLevel level,
    String thread,
    String message) {
  /** A line of an execution. */
  public LogEntry(
      FlowId flow,
      ExecutionId execution,
      @Nullable String taskId,
      @Nullable String taskRunId,
      @Nullable Integer attempt,
      Instant timestamp,
      LogLevel level,
      String thread,
      String message) {
    this(flow, execution, taskId, taskRunId, attempt, null, timestamp, level, thread, message);
  }
}
