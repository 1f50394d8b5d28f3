package dev.legato.orchestrator.trigger;

import dev.legato.model.trigger.TriggerId;
import dev.legato.model.trigger.TriggerState;

/** What became of a wish concerning a trigger. */
public sealed interface TriggerOutcome {
  /** It was done, or it was so before; where the trigger stands then. */
  record Changed(TriggerState state) implements TriggerOutcome {}

  record NoSuchTrigger(TriggerId id) implements TriggerOutcome {}

  /**
   * Nothing was done.
   *
   * @param reason a sentence
   */
  record Refused(TriggerId id, String reason) implements TriggerOutcome {}
}
