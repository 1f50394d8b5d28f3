package dev.legato.server.service;

import dev.legato.model.flow.FlowId;
import dev.legato.model.trigger.TriggerId;
import dev.legato.orchestrator.trigger.TriggerOutcome;
import dev.legato.orchestrator.trigger.TriggerOutcome.Changed;
import dev.legato.orchestrator.trigger.TriggerOutcome.NoSuchTrigger;
import dev.legato.orchestrator.trigger.TriggerOutcome.Refused;
import dev.legato.orchestrator.trigger.Triggers;
import dev.legato.plugin.TaskFailure;
import dev.legato.plugin.TriggerSwitch;
import java.util.function.Supplier;

/** The triggers of this installation, for tasks. */
public final class StoredTriggers implements TriggerSwitch {
  private final Supplier<Triggers> triggers;

  /**
   * The triggers.
   *
   * @param triggers asked when one is to be switched
   */
  public StoredTriggers(Supplier<Triggers> triggers) {
    this.triggers = triggers;
  }

  @Override
  public void turn(String namespace, String flow, String trigger, boolean on) throws TaskFailure {
    var id = new TriggerId(new FlowId(namespace, flow), trigger);
    TriggerOutcome outcome = triggers.get().switchOff(id, !on);
    switch (outcome) {
      case Changed _ -> {}
      case NoSuchTrigger _ ->
          throw new TaskFailure(
              "Flow '%s' has no trigger '%s'; check 'namespace', 'flowId' and 'trigger'."
                  .formatted(id.flow(), trigger));
      case Refused refused -> throw new TaskFailure(refused.reason());
    }
  }
}
