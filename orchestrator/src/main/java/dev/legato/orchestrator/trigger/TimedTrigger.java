package dev.legato.orchestrator.trigger;

import dev.legato.model.flow.Flow;
import dev.legato.model.flow.Trigger;
import dev.legato.model.trigger.TriggerState;
import java.time.Instant;

/** What is done for triggers of one kind when their instant comes. */
interface TimedTrigger {
  /**
   * Looks at a trigger, and fires it or not.
   *
   * @param state with a date, and nothing that it has to wait for
   * @return where it stands then
   * @throws dev.legato.storage.StorageException when nothing could be stored; it is tried again
   */
  TriggerState look(Flow flow, Trigger trigger, TriggerState state, Instant now);

  /** When a trigger with a date has to be looked at: at that date, or later. */
  Instant lookAt(TriggerState state, Instant now);
}
