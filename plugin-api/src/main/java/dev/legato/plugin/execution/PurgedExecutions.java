package dev.legato.plugin.execution;

/** How much was removed. */
public record PurgedExecutions(long executions, long logs, long metrics, long files) {}
