package dev.legato.orchestrator.call;

import dev.legato.model.execution.ExecutionStatus;
import dev.legato.model.execution.TaskRunStatus;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** How the executions of a call have ended so far. Safe for use by many threads. */
final class Tally {
  private final Map<ExecutionStatus, Integer> counts = new EnumMap<>(ExecutionStatus.class);

  synchronized void count(ExecutionStatus status) {
    counts.merge(status, 1, Integer::sum);
  }

  /** State → how many. */
  synchronized Map<String, Object> asMap() {
    var map = new LinkedHashMap<String, Object>();
    counts.forEach((status, count) -> map.put(status.name(), count));
    return map;
  }

  /** The worst of all. */
  synchronized TaskRunStatus worst() {
    if (counts.containsKey(ExecutionStatus.FAILED)) {
      return TaskRunStatus.FAILED;
    }
    if (counts.containsKey(ExecutionStatus.KILLED)) {
      return TaskRunStatus.KILLED;
    }
    return counts.containsKey(ExecutionStatus.WARNING)
        ? TaskRunStatus.WARNING
        : TaskRunStatus.SUCCESS;
  }

  synchronized int of(ExecutionStatus status) {
    return counts.getOrDefault(status, 0);
  }
}
