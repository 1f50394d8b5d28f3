/**
 * Where triggers stand: when each has to be looked at, what it waits for. Start at {@link
 * dev.legato.model.trigger.TriggerState}.
 */
@NullMarked
package dev.legato.model.trigger;

import org.jspecify.annotations.NullMarked;
