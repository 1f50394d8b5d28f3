package dev.legato.orchestrator.trigger;

import dev.legato.model.execution.ExecutionStatus;
import dev.legato.model.flow.Condition;
import dev.legato.model.flow.Condition.ExecutionFlow;
import dev.legato.model.flow.Condition.HasRetryAttempt;
import dev.legato.model.flow.Condition.Not;
import dev.legato.model.flow.Condition.Or;
import dev.legato.model.flow.FlowId;
import dev.legato.model.flow.Join;
import dev.legato.model.flow.Trigger;
import dev.legato.model.flow.TriggerEvent.FlowChange;
import dev.legato.model.flow.TriggerGuard;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which changes a Flow trigger has to look at; it may turn out that they do not count.
 *
 * @param states of executions
 * @param flows whose executions count; empty for all flows
 * @param taskRuns whether it asks about task runs, too
 */
record Interest(Set<ExecutionStatus> states, Optional<Set<FlowId>> flows, boolean taskRuns) {
  private static final Set<ExecutionStatus> USUAL =
      Stream.of(ExecutionStatus.values())
          .filter(status -> status.isTerminal() || status == ExecutionStatus.PAUSED)
          .collect(Collectors.toUnmodifiableSet());

  /** In everything, as long as nothing is known. */
  static final Interest IN_ALL =
      new Interest(Set.of(ExecutionStatus.values()), Optional.empty(), true);

  static Interest of(Trigger trigger, FlowChange event) {
    List<String> named = event.states();
    Set<ExecutionStatus> states =
        named == null
            ? USUAL
            : Stream.of(ExecutionStatus.values())
                .filter(status -> named.stream().anyMatch(name -> isCalled(status, name)))
                .collect(Collectors.toUnmodifiableSet());
    Optional<Set<FlowId>> flows = flows(trigger.guard().conditions());
    for (Join join : event.joins()) {
      if (flows.isEmpty()) {
        flows = flows(join);
      }
    }
    return new Interest(states, flows, taskRuns(trigger, event));
  }

  private static boolean isCalled(ExecutionStatus status, String name) {
    return status.name().equalsIgnoreCase(name)
        || (status == ExecutionStatus.CANCELLED && name.equalsIgnoreCase("CANCELED"));
  }

  private static boolean taskRuns(Trigger trigger, FlowChange event) {
    return taskRuns(trigger.guard())
        || event.joins().stream()
            .flatMap(join -> join.parts().stream())
            .anyMatch(part -> taskRuns(part.guard()));
  }

  private static boolean taskRuns(TriggerGuard guard) {
    String when = guard.when();
    return guard.conditions().stream().anyMatch(Interest::taskRuns)
        || (when != null && when.contains("hasRetryAttempt"));
  }

  private static boolean taskRuns(Condition condition) {
    return switch (condition) {
      case HasRetryAttempt _ -> true;
      case Not(var nested) -> nested.stream().anyMatch(Interest::taskRuns);
      case Or(var nested) -> nested.stream().anyMatch(Interest::taskRuns);
      case Condition _ -> false;
    };
  }

  private static Optional<Set<FlowId>> flows(Join join) {
    Set<FlowId> all = new HashSet<>();
    for (Join.Part part : join.parts()) {
      Optional<Set<FlowId>> flows = flows(part.guard().conditions());
      if (flows.isEmpty()) {
        return Optional.empty();
      }
      all.addAll(flows.get());
    }
    return Optional.of(all);
  }

  private static Optional<Set<FlowId>> flows(List<Condition> conditions) {
    return conditions.stream()
        .filter(ExecutionFlow.class::isInstance)
        .findFirst()
        .map(condition -> Set.of(((ExecutionFlow) condition).flow()));
  }
}
