package dev.legato.orchestrator.call;

import dev.legato.model.execution.ExecutionId;
import dev.legato.model.execution.ExecutionRecord;
import dev.legato.model.execution.ExecutionStatus;
import dev.legato.orchestrator.Ends;
import dev.legato.storage.ExecutionField;
import dev.legato.storage.ExecutionStore;
import dev.legato.storage.Filter;
import dev.legato.storage.Filter.Operator;
import dev.legato.storage.PageRequest;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/**
 * Waits for executions to end, without a thread. One that is tried again in a new execution has not
 * ended before that one has.
 */
final class Waits {
  /** How long before an execution is looked at again that waits for its successor. */
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final ExecutionStore store;
  private final Ends ends;
  private final Executor executor;
  private final ConcurrentHashMap<ExecutionId, CompletableFuture<ExecutionId>> successors =
      new ConcurrentHashMap<>();

  Waits(ExecutionStore store, Ends ends, Executor executor) {
    this.store = store;
    this.ends = ends;
    this.executor = executor;
  }

  /** Completes with the execution as it has ended, on a thread that may wait. */
  CompletableFuture<ExecutionRecord> end(ExecutionId execution) {
    return ends.of(execution).thenComposeAsync(_ -> ended(execution), executor);
  }

  /** The execution had ended, but somebody may have taken it back since. */
  private CompletableFuture<ExecutionRecord> ended(ExecutionId execution) {
    ExecutionRecord found =
        store
            .findRecord(execution)
            .orElseThrow(
                () -> new IllegalStateException("Execution %s was removed".formatted(execution)));
    if (!found.status().isTerminal()) {
      return end(execution);
    }
    if (found.status() != ExecutionStatus.RETRIED) {
      return CompletableFuture.completedFuture(found);
    }
    return successor(execution)
        .copy()
        .completeOnTimeout(execution, PATIENCE.toSeconds(), TimeUnit.SECONDS)
        .thenComposeAsync(successor -> afterAll(execution, successor), executor);
  }

  /** The successor counts, unless somebody has changed the end that it was to mend. */
  private CompletableFuture<ExecutionRecord> afterAll(
      ExecutionId execution, ExecutionId successor) {
    boolean counts =
        store
            .findRecord(execution)
            .filter(found -> found.status() != ExecutionStatus.RETRIED)
            .isEmpty();
    return end(counts ? successor : execution);
  }

  /** Takes note that an execution tries again in place of another. */
  void succeeded(ExecutionId retried, ExecutionId successor) {
    CompletableFuture<ExecutionId> waiting = successors.remove(retried);
    if (waiting != null) {
      waiting.complete(successor);
    }
  }

  private CompletableFuture<ExecutionId> successor(ExecutionId retried) {
    CompletableFuture<ExecutionId> waiting =
        successors.computeIfAbsent(retried, _ -> new CompletableFuture<>());
    // looked up after registering, so that one that comes in between is not missed
    stored(retried).ifPresent(successor -> succeeded(retried, successor));
    return waiting;
  }

  private Optional<ExecutionId> stored(ExecutionId retried) {
    return store
        .search(
            List.of(Filter.of(ExecutionField.PARENT_ID, Operator.EQUALS, retried.value())),
            new PageRequest<>(1, 100, List.of()))
        .results()
        .stream()
        .filter(found -> found.attemptNumber() > 1) // a replay by hand is another matter
        .map(ExecutionRecord::id)
        .findFirst();
  }
}
