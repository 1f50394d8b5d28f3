package dev.legato.orchestrator.shard;

import dev.legato.model.execution.ExecutionRecord;
import dev.legato.model.execution.ExecutionStatus;
import dev.legato.model.execution.Timer;
import dev.legato.storage.CommitBatch;
import dev.legato.storage.CommitBatch.ExecutionChange;
import java.util.List;

/** What follows once decisions are durable. Called on a thread of the store: be quick. */
public interface Consequences {
  /** A timer was set, or replaced one with the same key. */
  void timerSet(Timer timer);

  /** A timer is not needed any more. */
  void timerCancelled(Timer.Key timer);

  /** Whether commits that were given up are durable after all is to be seen in the store. */
  void takenOver();

  /** These executions have changed; each appears once. */
  void changed(List<ExecutionRecord> executions);

  /** These executions and task runs were written; for those who watch them. */
  default void written(List<ExecutionChange> changes) {}

  /**
   * Whether somebody has to hear, even after a crash, that the execution has reached a status;
   * asked before the commit, by the thread that decides.
   */
  default boolean isAwaited(ExecutionRecord execution, ExecutionStatus status) {
    return false;
  }

  /** Something that somebody has to hear was written, see {@link CommitBatch#notes}. */
  default void noted() {}
}
