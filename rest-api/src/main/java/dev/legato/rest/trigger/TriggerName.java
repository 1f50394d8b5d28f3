package dev.legato.rest.trigger;

/** Names a trigger. Members beyond these are ignored, so that a whole trigger can be sent. */
public record TriggerName(String namespace, String flowId, String triggerId) {}
