package dev.legato.orchestrator;

import dev.legato.model.execution.ExecutionId;
import dev.legato.model.execution.ExecutionRecord;
import dev.legato.model.execution.ExecutionStatus;
import dev.legato.storage.ExecutionStore;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/** Lets callers wait for executions to end. */
public final class Ends {
  private final ExecutionStore store;
  private final ConcurrentHashMap<ExecutionId, CompletableFuture<ExecutionStatus>> waiting =
      new ConcurrentHashMap<>();

  Ends(ExecutionStore store) {
    this.store = store;
  }

  /** Completes once the end of the execution is durable; at once when it has ended already. */
  public CompletableFuture<ExecutionStatus> of(ExecutionId execution) {
    CompletableFuture<ExecutionStatus> shared =
        waiting.computeIfAbsent(execution, _ -> new CompletableFuture<>());
    // looked up after registering, so that an end in between is not missed
    store.findRecord(execution).ifPresent(this::changed);
    return shared.copy();
  }

  void changed(ExecutionRecord execution) {
    if (waiting.isEmpty() || !execution.status().isTerminal()) {
      return;
    }
    CompletableFuture<ExecutionStatus> ended = waiting.remove(execution.id());
    if (ended != null) {
      ended.complete(execution.status());
    }
  }
}
