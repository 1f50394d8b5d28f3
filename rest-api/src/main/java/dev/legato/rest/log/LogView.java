package dev.legato.rest.log;

import dev.legato.model.execution.ExecutionKind;
import dev.legato.model.flow.LogLevel;
import dev.legato.model.log.LogEntry;
import dev.legato.rest.http.Scope;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One line of a log. */
public record LogView(
    String tenantId,
    String namespace,
    String flowId,
    @Nullable String taskId,
    @Nullable String executionId,
    @Nullable String taskRunId,
    @Nullable Integer attemptNumber,
    @Nullable String triggerId,
    Instant timestamp,
    LogLevel level,
    String thread,
    String message,
    @Nullable ExecutionKind executionKind) {
  /**
   * Shows a line.
   *
   * @param kind absent for a normal execution
   */
  static LogView of(LogEntry entry, @Nullable ExecutionKind kind) {
    return new LogView(
        Scope.MAIN_TENANT,
        entry.flow().namespace(),
        entry.flow().id(),
        entry.taskId(),
        entry.execution() == null ? null : entry.execution().value(),
        entry.taskRunId(),
        entry.attempt(),
        entry.triggerId(),
        entry.timestamp(),
        entry.level(),
        entry.thread(),
        entry.message(),
        kind);
  }
}
