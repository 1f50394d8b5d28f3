package dev.legato.rest.execution;

import dev.legato.model.execution.ExecutionRecord;
import dev.legato.rest.http.Scope;
import java.time.Instant;

/** Where an execution stands that belongs together with others. */
public record LinkView(
    String executionId, String tenantId, String namespace, String flowId, StateView state) {
  static LinkView of(ExecutionRecord execution, Instant now) {
    return new LinkView(
        execution.id().value(),
        Scope.MAIN_TENANT,
        execution.flow().namespace(),
        execution.flow().id(),
        StateView.of(execution.history(), execution.status().isTerminal(), now));
  }
}
