package dev.legato.rest.execution;

/** Which task run gets which state. */
public record TaskRunChange(String taskRunId, String state) {}
