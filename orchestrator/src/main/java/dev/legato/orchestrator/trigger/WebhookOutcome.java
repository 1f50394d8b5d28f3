package dev.legato.orchestrator.trigger;

import dev.legato.model.flow.Flow;
import dev.legato.model.flow.FlowId;
import dev.legato.model.flow.Trigger;
import dev.legato.model.flow.TriggerEvent.Webhook;

/** What somebody finds who calls the address of a webhook. */
public sealed interface WebhookOutcome {
  /**
   * A trigger with the key that was given.
   *
   * @param event what the trigger does with a call
   */
  record Found(Flow flow, Trigger trigger, Webhook event) implements WebhookOutcome {}

  /** The key is right, but the flow does not run at the moment. */
  record FlowDisabled(FlowId flow) implements WebhookOutcome {}

  /** The key is right, but the flow cannot be read any more. */
  record FlowNotValid(FlowId flow) implements WebhookOutcome {}

  /** There is no such flow, no trigger with that key, or it is switched off. */
  enum Nothing implements WebhookOutcome {
    INSTANCE
  }
}
