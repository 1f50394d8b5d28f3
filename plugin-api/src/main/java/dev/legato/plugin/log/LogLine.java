package dev.legato.plugin.log;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A line of a log.
 *
 * @param taskId absent, as are all facts of a task run, for lines of the execution itself
 * @param attempt from 0
 * @param source which part of the program wrote it
 */
public record LogLine(
    String namespace,
    String flowId,
    String executionId,
    @Nullable String taskId,
    @Nullable String taskRunId,
    @Nullable Integer attempt,
    Instant timestamp,
    String level,
    String source,
    String message) {}
