package dev.legato.orchestrator.shard;

import dev.legato.model.execution.ExecutionId;
import java.util.HashMap;
import java.util.Map;

/** Executions that were ended from their rows, until that is durable. */
final class Endings {
  private final Map<ExecutionId, Long> commits = new HashMap<>();

  /**
   * @param commit with which the end becomes durable
   */
  void add(ExecutionId execution, long commit) {
    commits.put(execution, commit);
  }

  /** Whether the rows do not show the end yet. */
  boolean areUnderWay(ExecutionId execution, long durable) {
    commits.values().removeIf(commit -> commit <= durable);
    return commits.containsKey(execution);
  }
}
