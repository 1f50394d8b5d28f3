package dev.legato.orchestrator.trigger;

import dev.legato.model.execution.ExecutionStatus;
import dev.legato.model.flow.FlowId;
import dev.legato.model.trigger.TriggerId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Which Flow triggers look at which changes: asked for every commit, so it never waits. */
final class Interests {
  private final Map<TriggerId, Interest> interests = new ConcurrentHashMap<>();
  private final Map<FlowId, Set<TriggerId>> byFlow = new ConcurrentHashMap<>();
  private final Set<TriggerId> inAllFlows = ConcurrentHashMap.newKeySet();

  /** In place of what was known of the trigger. */
  synchronized void set(TriggerId trigger, Interest interest) {
    Interest old = interests.put(trigger, interest);
    if (interest.equals(old)) {
      return;
    }
    // first the new places, so that nothing is overlooked meanwhile
    interest
        .flows()
        .ifPresentOrElse(
            flows ->
                flows.forEach(
                    flow ->
                        byFlow
                            .computeIfAbsent(flow, _ -> ConcurrentHashMap.newKeySet())
                            .add(trigger)),
            () -> inAllFlows.add(trigger));
    if (old != null) {
      forget(trigger, old, interest.flows());
    }
  }

  synchronized void remove(TriggerId trigger) {
    Interest old = interests.remove(trigger);
    if (old != null) {
      forget(trigger, old, Optional.of(Set.of()));
    }
  }

  private void forget(TriggerId trigger, Interest old, Optional<Set<FlowId>> kept) {
    if (kept.isPresent() && old.flows().isEmpty()) {
      inAllFlows.remove(trigger);
    }
    Set<FlowId> stays = kept.orElse(Set.of());
    for (FlowId flow : old.flows().orElse(Set.of())) {
      if (!stays.contains(flow)) {
        byFlow.computeIfPresent(
            flow,
            (_, triggers) -> {
              triggers.remove(trigger);
              return triggers.isEmpty() ? null : triggers;
            });
      }
    }
  }

  /** Those of a flow that has triggers, or had some. */
  List<TriggerId> of(FlowId owner) {
    return interests.keySet().stream().filter(id -> id.flow().equals(owner)).toList();
  }

  /** Whether somebody looks at such a change. */
  boolean exists(FlowId flow, ExecutionStatus status) {
    return !interests.isEmpty()
        && (byFlow.getOrDefault(flow, Set.of()).stream().anyMatch(id -> looks(id, flow, status))
            || inAllFlows.stream().anyMatch(id -> looks(id, flow, status)));
  }

  /** Who looks at such a change, in a fixed order. */
  List<TriggerId> in(FlowId flow, ExecutionStatus status) {
    var found = new ArrayList<TriggerId>(byFlow.getOrDefault(flow, Set.of()));
    found.addAll(inAllFlows);
    return found.stream().filter(id -> looks(id, flow, status)).distinct().sorted().toList();
  }

  /** Whether one of the triggers asks about task runs. */
  boolean inTaskRuns(List<TriggerId> triggers) {
    return triggers.stream()
        .map(id -> interests.getOrDefault(id, Interest.IN_ALL))
        .anyMatch(Interest::taskRuns);
  }

  /** No flow is started by itself. */
  private boolean looks(TriggerId id, FlowId flow, ExecutionStatus status) {
    Interest interest = interests.get(id);
    return interest != null && !id.flow().equals(flow) && interest.states().contains(status);
  }
}
