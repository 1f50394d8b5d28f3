package dev.legato.orchestrator.execution;

import dev.legato.model.execution.Breakpoint;
import dev.legato.model.plan.Plan;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** At which tasks an execution can be told to stop. */
final class BreakpointRules {
  private BreakpointRules() {}

  /** Why breakpoints cannot be set, in a sentence for people; empty when they can. */
  static Optional<String> refusal(List<Breakpoint> breakpoints, Plan plan) {
    List<String> unknown =
        breakpoints.stream()
            .map(Breakpoint::taskId)
            .distinct()
            .filter(task -> plan.position(task).isEmpty())
            .toList();
    return unknown.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "Flow '%s' has no task %s to stop at in revision %d."
                .formatted(
                    plan.flow(),
                    unknown.stream().map("'%s'"::formatted).collect(Collectors.joining(", ")),
                    plan.revision()));
  }
}
