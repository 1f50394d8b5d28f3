package dev.legato.model.log;

import dev.legato.model.execution.ExecutionId;
import dev.legato.model.flow.FlowId;
import java.time.Instant;
import java.util.Map;

/**
 * A figure that a task reported.
 *
 * @param value a count, or seconds for timers
 */
public record MetricEntry(
    FlowId flow,
    ExecutionId execution,
    String taskId,
    String taskRunId,
    Kind kind,
    String name,
    double value,
    Map<String, String> tags,
    Instant timestamp) {
  /** What the value means. */
  public enum Kind {
    COUNTER,
    TIMER,
    GAUGE
  }
}
