package dev.legato.rest.execution;

import dev.legato.model.execution.ExecutionId;
import dev.legato.model.execution.ExecutionRecord;
import dev.legato.model.execution.StoredExecution;
import dev.legato.orchestrator.execution.Executions;
import dev.legato.rest.http.PathIds;
import dev.legato.storage.ExecutionStore;
import java.time.InstantSource;
import java.util.List;

/** Shows executions as they are stored, and what they wait for. */
final class ExecutionViews {
  /** Of an execution with more task runs, a search shows none: a page of them would be huge. */
  static final int MAX_TASK_RUNS_FOUND = 100;

  private final ExecutionStore store;
  private final Executions executions;
  private final InstantSource clock;

  ExecutionViews(ExecutionStore store, Executions executions, InstantSource clock) {
    this.store = store;
    this.executions = executions;
    this.clock = clock;
  }

  /**
   * An execution.
   *
   * @throws dev.legato.rest.http.Problem 404 when there is none
   */
  ExecutionView of(ExecutionId id) {
    return of(store.find(id).orElseThrow(() -> PathIds.noSuchExecution(id.value())));
  }

  ExecutionView of(StoredExecution stored) {
    ExecutionView view = ExecutionView.of(stored, clock.instant());
    return executions
        .waiting(stored.execution())
        .map(waiting -> view.waiting(QueueView.of(stored.execution(), waiting)))
        .orElse(view);
  }

  /** An execution without its task runs. */
  ExecutionView alone(ExecutionRecord execution) {
    return of(new StoredExecution(execution, List.of()));
  }

  /** One of the executions that a search has found. */
  ExecutionView found(ExecutionRecord execution) {
    return execution.taskRunCount() > MAX_TASK_RUNS_FOUND ? alone(execution) : now(execution);
  }

  /** An execution that has just changed; as it was then, should it be gone. */
  ExecutionView now(ExecutionRecord changed) {
    return of(store.find(changed.id()).orElseGet(() -> new StoredExecution(changed, List.of())));
  }
}
