package dev.legato.rest.statistic;

import dev.legato.model.execution.ExecutionRecord;
import dev.legato.model.flow.FlowId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * What became of a flow lately.
 *
 * @param executions newest last
 */
public record FlowRunsView(String namespace, String flowId, List<Run> executions) {
  /**
   * An execution.
   *
   * @param duration until its end, or until now
   */
  public record Run(String id, String state, Instant startDate, Duration duration) {}

  static FlowRunsView of(FlowId flow, List<ExecutionRecord> newest, Instant now) {
    return new FlowRunsView(
        flow.namespace(),
        flow.id(),
        newest.reversed().stream().map(execution -> run(execution, now)).toList());
  }

  private static Run run(ExecutionRecord execution, Instant now) {
    Instant start = execution.history().start();
    return new Run(
        execution.id().value(),
        execution.status().name(),
        start,
        execution.status().isTerminal()
            ? execution.history().span()
            : Duration.between(start, now));
  }
}
