package dev.legato.model.execution;

import org.jspecify.annotations.Nullable;

/**
 * A task that an execution stops at before it runs.
 *
 * @param value of the loop round that the task run stands in; absent for every one
 */
public record Breakpoint(String taskId, @Nullable String value) {}
