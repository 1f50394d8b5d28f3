package dev.legato.plugin;

import org.jspecify.annotations.Nullable;

/**
 * Which run of a task this is.
 *
 * @param taskRunId one for each time that the execution comes to the task, the same in every
 *     attempt
 * @param value of the innermost loop round that the task runs in; absent outside loops
 * @param number 0 for the first attempt, 1 for its first retry
 */
public record Attempt(
    String executionId,
    String namespace,
    String flowId,
    int flowRevision,
    String taskId,
    String taskRunId,
    @Nullable String value,
    int number) {}
