package dev.legato.rest.execution;

import dev.legato.model.execution.ExecutionId;
import dev.legato.orchestrator.execution.Action;
import dev.legato.orchestrator.execution.Executions;
import dev.legato.rest.http.Answer;
import dev.legato.rest.http.Handler;
import dev.legato.rest.http.PathIds;

/** Does something to one execution. */
final class ActionResource {
  private final Executions executions;
  private final ExecutionViews views;

  ActionResource(Executions executions, ExecutionViews views) {
    this.executions = executions;
    this.views = views;
  }

  /** Answers with the execution, the new one if there is one; with nothing when it is removed. */
  Handler does(Operation operation) {
    return call -> {
      ExecutionId id = PathIds.execution(call, "id");
      Action action = operation.reading().of(call);
      return Outcomes.changed(executions.act(id, action), operation.refusal())
          .map(changed -> Answer.json(views.now(changed)))
          .orElseGet(Answer::noContent);
    };
  }
}
