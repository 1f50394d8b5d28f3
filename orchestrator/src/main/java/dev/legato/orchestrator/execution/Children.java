package dev.legato.orchestrator.execution;

import dev.legato.model.execution.ExecutionId;
import dev.legato.model.execution.ExecutionRecord;
import dev.legato.model.execution.ExecutionStatus;
import dev.legato.storage.ExecutionField;
import dev.legato.storage.ExecutionStore;
import dev.legato.storage.Filter;
import dev.legato.storage.Filter.Operator;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;

/** The executions that an execution has started and that have not ended, or will try again. */
public final class Children {
  private static final String[] LIVE =
      Arrays.stream(ExecutionStatus.values())
          .filter(status -> !status.isTerminal() || status == ExecutionStatus.RETRIED)
          .map(ExecutionStatus::name)
          .toArray(String[]::new);

  private final Matches matches;

  public Children(ExecutionStore store) {
    this.matches = new Matches(store);
  }

  /** Those that the execution started itself. */
  public void forEachLive(ExecutionId execution, Consumer<ExecutionRecord> action) {
    matches.forEach(
        List.of(
            Filter.of(ExecutionField.TRIGGER_EXECUTION_ID, Operator.EQUALS, execution.value()),
            Filter.of(ExecutionField.STATE, Operator.IN, LIVE)),
        child -> {
          if (!child.status().isTerminal() || child.awaitsSuccessor()) {
            action.accept(child);
          }
        });
  }

  /** Those that the execution started itself first, then those that they started. */
  void forEachLiveBelow(ExecutionId execution, Consumer<ExecutionId> action) {
    Deque<ExecutionId> callers = new ArrayDeque<>(List.of(execution));
    while (!callers.isEmpty()) {
      forEachLive(
          callers.remove(),
          child -> {
            action.accept(child.id());
            callers.add(child.id());
          });
    }
  }
}
