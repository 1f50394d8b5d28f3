package dev.legato.orchestrator.execution;

import dev.legato.model.execution.ExecutionId;
import dev.legato.orchestrator.execution.BulkOutcome.BulkDone;
import dev.legato.orchestrator.execution.BulkOutcome.BulkRefused;
import dev.legato.orchestrator.execution.BulkOutcome.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Carries out an action on many executions, or on none when it cannot be done to all. */
final class Bulk {
  private static final int PROBLEMS_SHOWN = 1_000;

  private final Actions actions;

  /** Walks through the executions; twice, and the second time may bring others. */
  @FunctionalInterface
  interface Targets {
    void forEach(Consumer<ExecutionId> action);
  }

  Bulk(Actions actions) {
    this.actions = actions;
  }

  BulkOutcome act(Targets targets, Action action) {
    var problems = new ArrayList<Problem>();
    targets.forEach(id -> actions.check(id, action).ifPresent(why -> add(problems, id, why)));
    if (!problems.isEmpty()) {
      return new BulkRefused(List.copyOf(problems));
    }
    long[] done = {0};
    targets.forEach(
        id -> {
          ActionOutcome outcome = actions.act(id, action);
          if (outcome.isDone()) {
            done[0]++;
          } else {
            add(problems, id, outcome);
          }
        });
    return new BulkDone(done[0], List.copyOf(problems));
  }

  private static void add(List<Problem> problems, ExecutionId id, ActionOutcome why) {
    if (problems.size() < PROBLEMS_SHOWN) {
      problems.add(new Problem(id, why.reason()));
    }
  }
}
