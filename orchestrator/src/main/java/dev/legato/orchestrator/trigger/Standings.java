package dev.legato.orchestrator.trigger;

import dev.legato.model.trigger.TriggerId;
import dev.legato.model.trigger.TriggerState;
import java.util.Optional;

/** Where triggers stand, changed one at a time. */
@FunctionalInterface
interface Standings {
  /**
   * Changes where a trigger stands, and looks at it when it is due.
   *
   * @param change gives what it is to be; empty to leave it as it is
   * @return what it is now; empty when there is no such trigger
   */
  Optional<TriggerState> change(TriggerId id, Scheduler.Change change);
}
