package dev.legato.orchestrator;

import dev.legato.model.execution.ExecutionId;
import dev.legato.model.execution.ExecutionRecord;
import dev.legato.model.execution.ExecutionStatus;
import dev.legato.storage.ExecutionStore;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** Lets callers wait for executions to end. */
public final class Ends {
  private final ExecutionStore store;
  private final Watchers ended = new Watchers();
  private final Watchers over = new Watchers();

  Ends(ExecutionStore store) {
    this.store = store;
  }

  /** Completes once the end of the execution is durable; at once when it has ended already. */
  public CompletableFuture<ExecutionStatus> of(ExecutionId execution) {
    return watch(ended, execution);
  }

  /**
   * Completes once nothing happens in the execution any more, not even what follows its end, and
   * that is durable.
   */
  public CompletableFuture<ExecutionStatus> over(ExecutionId execution) {
    return watch(over, execution);
  }

  private CompletableFuture<ExecutionStatus> watch(Watchers watchers, ExecutionId execution) {
    CompletableFuture<ExecutionStatus> shared = watchers.of(execution);
    // looked up after registering, so that an end in between is not missed
    store.findRecord(execution).ifPresent(this::changed);
    return shared.copy();
  }

  /** Tells of ends that became durable although their commit was reported as failed. */
  void lookAgain() {
    for (ExecutionId execution : Stream.concat(ended.all(), over.all()).distinct().toList()) {
      store.findRecord(execution).ifPresent(this::changed);
    }
  }

  void changed(ExecutionRecord execution) {
    if (execution.status().isTerminal()) {
      ended.complete(execution);
    }
    if (execution.over()) {
      over.complete(execution);
    }
  }

  /** Those who wait for the same. */
  private static final class Watchers {
    private final ConcurrentHashMap<ExecutionId, CompletableFuture<ExecutionStatus>> waiting =
        new ConcurrentHashMap<>();

    CompletableFuture<ExecutionStatus> of(ExecutionId execution) {
      return waiting.computeIfAbsent(execution, _ -> new CompletableFuture<>());
    }

    Stream<ExecutionId> all() {
      return waiting.keySet().stream();
    }

    void complete(ExecutionRecord execution) {
      if (waiting.isEmpty()) {
        return;
      }
      CompletableFuture<ExecutionStatus> future = waiting.remove(execution.id());
      if (future != null) {
        future.complete(execution.status());
      }
    }
  }
}
