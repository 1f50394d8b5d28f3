package dev.legato.orchestrator.trigger;

import dev.legato.model.trigger.TriggerState;
import org.jspecify.annotations.Nullable;

/**
 * What a trigger does now.
 *
 * @param standing where it stands afterwards, but for what follows from the birth
 * @param birth what it starts; absent when it starts nothing
 */
record Look(TriggerState standing, @Nullable Birth birth) {
  static Look without(TriggerState standing) {
    return new Look(standing, null);
  }
}
