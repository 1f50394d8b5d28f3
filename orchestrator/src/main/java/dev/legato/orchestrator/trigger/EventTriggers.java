package dev.legato.orchestrator.trigger;

import dev.legato.model.flow.FlowId;
import dev.legato.model.flow.TriggerKind;
import dev.legato.model.trigger.TriggerState;
import dev.legato.storage.TriggerStore;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Which triggers wait for something other than an instant. Known in memory, so that an event that
 * nobody waits for costs nothing, and that the time of an answer does not tell what exists.
 */
final class EventTriggers {
  private final TriggerStore store;
  private final Map<FlowId, List<TriggerState>> byFlow = new ConcurrentHashMap<>();

  /** Reads them from the store. */
  EventTriggers(TriggerStore store) {
    this.store = store;
    Arrays.stream(TriggerKind.values())
        .filter(kind -> !kind.isTimed())
        .flatMap(kind -> store.ofKind(kind).stream())
        .forEach(
            state -> byFlow.computeIfAbsent(state.id().flow(), _ -> new ArrayList<>()).add(state));
  }

  /** Reads those of a flow again. */
  void changed(FlowId flow) {
    byFlow.compute(
        flow,
        (_, _) -> {
          List<TriggerState> triggers =
              store.ofFlow(flow).stream().filter(state -> !state.kind().isTimed()).toList();
          return triggers.isEmpty() ? null : triggers;
        });
  }

  /** Those of a flow, of any kind. */
  List<TriggerState> of(FlowId flow) {
    return byFlow.getOrDefault(flow, List.of());
  }

  /** All of a kind, in no order. */
  List<TriggerState> of(TriggerKind kind) {
    return byFlow.values().stream()
        .flatMap(List::stream)
        .filter(state -> state.kind() == kind)
        .toList();
  }
}
