package dev.legato.orchestrator.flow;

import dev.legato.language.complaint.Complaint;
import dev.legato.language.complaint.ComplaintCode;
import dev.legato.language.complaint.Severity;
import dev.legato.model.flow.Condition;
import dev.legato.model.flow.Condition.ExecutionFlow;
import dev.legato.model.flow.Flow;
import dev.legato.model.flow.FlowId;
import dev.legato.model.flow.Join;
import dev.legato.model.flow.Trigger;
import dev.legato.model.flow.TriggerEvent.FlowChange;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds flows that start each other in a circle, by the flows that their triggers name. It is no
 * error: their conditions may let the circle end.
 *
 * @param flows finds the flow that would run now
 */
record TriggerCycles(Function<FlowId, Optional<Flow>> flows) {
  /** More flows are not looked at. */
  private static final int MOST_FLOWS = 500;

  /** What is to be said about the triggers of a flow that need not be stored. */
  List<Complaint> in(Flow flow) {
    List<Complaint> complaints = new ArrayList<>();
    for (int i = 0; i < flow.triggers().size(); i++) {
      Trigger trigger = flow.triggers().get(i);
      Set<FlowId> upstream = upstream(trigger);
      String path = "triggers[%d]".formatted(i);
      if (upstream.contains(flow.id())) {
        complaints.add(
            warning(
                flow,
                trigger,
                path,
                "The trigger waits for its own flow, which never starts itself.",
                "Name another flow, or start this one from a task of type 'core.flow.Subflow'."));
      }
      circle(flow.id(), upstream)
          .ifPresent(
              circle ->
                  complaints.add(
                      warning(
                          flow,
                          trigger,
                          path,
                          "These flows start each other in a circle: %s.".formatted(circle),
                          "Let a condition end it; 1,000 executions in a row are the most.")));
    }
    return complaints;
  }

  /** In the order in which the flows start each other; empty when there is no circle. */
  private Optional<String> circle(FlowId own, Set<FlowId> upstream) {
    Map<FlowId, FlowId> starts = new HashMap<>();
    Deque<FlowId> open = new ArrayDeque<>();
    for (FlowId each : upstream) {
      if (!each.equals(own) && starts.putIfAbsent(each, own) == null) {
        open.add(each);
      }
    }
    while (!open.isEmpty() && starts.size() <= MOST_FLOWS) {
      FlowId next = open.remove();
      Set<FlowId> before =
          flows.apply(next).stream()
              .flatMap(flow -> flow.triggers().stream())
              .flatMap(trigger -> upstream(trigger).stream())
              .collect(Collectors.toCollection(LinkedHashSet::new));
      if (before.contains(own)) {
        return Optional.of(told(own, next, starts));
      }
      for (FlowId each : before) {
        if (starts.putIfAbsent(each, next) == null) {
          open.add(each);
        }
      }
    }
    return Optional.empty();
  }

  private static String told(FlowId own, FlowId first, Map<FlowId, FlowId> starts) {
    List<FlowId> chain = new ArrayList<>(List.of(own, first));
    while (!chain.getLast().equals(own)) {
      chain.add(starts.getOrDefault(chain.getLast(), own));
    }
    return chain.stream()
        .map(id -> "%s.%s".formatted(id.namespace(), id.id()))
        .collect(Collectors.joining(" → "));
  }

  private static Set<FlowId> upstream(Trigger trigger) {
    if (trigger.disabled() || !(trigger.event() instanceof FlowChange event)) {
      return Set.of();
    }
    Stream<Condition> inJoins =
        event.joins().stream()
            .map(Join::parts)
            .flatMap(List::stream)
            .flatMap(part -> part.guard().conditions().stream());
    return Stream.concat(trigger.guard().conditions().stream(), inJoins)
        .filter(ExecutionFlow.class::isInstance)
        .map(condition -> ((ExecutionFlow) condition).flow())
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private static Complaint warning(
      Flow flow, Trigger trigger, String path, String message, String hint) {
    return new Complaint(
        ComplaintCode.CYCLE, Severity.WARNING, line(flow, trigger), 1, path, null, message, hint);
  }

  /** On which line the trigger has its id; the first one when it cannot be found. */
  private static int line(Flow flow, Trigger trigger) {
    List<String> lines = flow.source().lines().toList();
    boolean among = false;
    for (int i = 0; i < lines.size(); i++) {
      among |= lines.get(i).startsWith("triggers:");
      if (among && lines.get(i).matches(".*\\bid:\\s*['\"]?" + trigger.id() + "\\b.*")) {
        return i + 1;
      }
    }
    return 1;
  }
}
