package dev.legato.rest.trigger;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which triggers are to be switched.
 *
 * @param disabled absent for off
 */
public record SwitchRequest(List<TriggerName> triggers, @Nullable Boolean disabled) {}
