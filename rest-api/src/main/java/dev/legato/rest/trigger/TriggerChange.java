package dev.legato.rest.trigger;

import org.jspecify.annotations.Nullable;

/**
 * What is to become of a trigger.
 *
 * @param disabled absent to leave it as it is
 * @param backfill absent to begin none
 */
public record TriggerChange(
    String namespace,
    String flowId,
    String triggerId,
    @Nullable Boolean disabled,
    @Nullable BackfillRequest backfill) {}
