package dev.legato.rest.execution;

import dev.legato.model.execution.ExecutionRecord;
import java.time.Instant;

/** The latest execution of a flow. */
public record LatestView(
    String id, String flowId, String namespace, Instant startDate, String status) {
  static LatestView of(ExecutionRecord execution) {
    return new LatestView(
        execution.id().value(),
        execution.flow().id(),
        execution.flow().namespace(),
        execution.history().start(),
        execution.status().name());
  }
}
