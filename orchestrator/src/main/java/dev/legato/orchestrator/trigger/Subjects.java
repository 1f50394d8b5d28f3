package dev.legato.orchestrator.trigger;

import dev.legato.model.flow.Flow;
import dev.legato.model.flow.FlowId;
import dev.legato.model.flow.Trigger;
import dev.legato.model.trigger.TriggerState;
import java.util.Optional;
import java.util.function.Function;

/**
 * Finds what the author of a flow wants of a trigger.
 *
 * @param flows finds the flow that would run now; empty when it is gone or cannot run
 */
record Subjects(Function<FlowId, Optional<Flow>> flows) {
  /** A trigger that is switched on, and the flow that it starts. */
  record Subject(Flow flow, Trigger trigger) {}

  /** Empty when the trigger is gone, or it or its flow is switched off. */
  Optional<Subject> of(TriggerState state) {
    return flows
        .apply(state.id().flow())
        .filter(flow -> !flow.disabled())
        .flatMap(
            flow ->
                flow.triggers().stream()
                    .filter(trigger -> trigger.id().equals(state.id().trigger()))
                    .filter(trigger -> !trigger.disabled())
                    .findFirst()
                    .map(trigger -> new Subject(flow, trigger)));
  }
}
