package dev.legato.storage;

import dev.legato.model.flow.FlowId;

/** How many executions of a flow there are. */
public record FlowCount(FlowId flow, long count) {}
