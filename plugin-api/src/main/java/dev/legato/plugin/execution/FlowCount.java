package dev.legato.plugin.execution;

/** How many executions a flow has. */
public record FlowCount(FlowName flow, long count) {}
