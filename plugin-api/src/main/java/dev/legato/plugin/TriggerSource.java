package dev.legato.plugin;

/**
 * Something outside that starts executions. Implementations are records: a component is a property
 * of the trigger, its name the property's name. Values arrive rendered, converted to the
 * component's type and checked.
 *
 * @param <O> a record whose components expressions of the execution see as {@code trigger.name}
 */
public sealed interface TriggerSource<O extends Record> permits PollingTrigger, RealtimeTrigger {}
