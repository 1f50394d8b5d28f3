package dev.legato.model.log;

import dev.legato.model.execution.ExecutionId;
import dev.legato.model.flow.FlowId;
import dev.legato.model.flow.LogLevel;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One line of an execution's log.
 *
 * @param taskId absent for lines of the execution itself
 * @param attempt counts from 0, absent for lines of the execution itself
 * @param thread which part wrote it
 */
public record LogEntry(
    FlowId flow,
    ExecutionId execution,
    @Nullable String taskId,
    @Nullable String taskRunId,
    @Nullable Integer attempt,
    Instant timestamp,
    LogLevel level,
    String thread,
    String message) {}
