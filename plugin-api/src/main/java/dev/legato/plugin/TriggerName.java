package dev.legato.plugin;

/**
 * A trigger of a flow.
 *
 * @param trigger its id, unique in the flow
 */
public record TriggerName(String namespace, String flow, String trigger) {}
