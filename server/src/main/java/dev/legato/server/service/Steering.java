package dev.legato.server.service;

import dev.legato.plugin.FlowRevisions;
import dev.legato.plugin.TriggerSwitch;

/** What tasks can make the orchestrator do. */
public record Steering(
    Resumption resumption,
    ExecutionRemoval removals,
    TriggerSwitch triggers,
    FlowRevisions revisions) {}
