package dev.legato.rest.expression;

import dev.legato.model.execution.ExecutionId;
import dev.legato.orchestrator.expression.ExpressionProbe;
import dev.legato.orchestrator.expression.ProbeOutcome;
import dev.legato.orchestrator.expression.ProbeOutcome.Evaluated;
import dev.legato.orchestrator.expression.ProbeOutcome.Failed;
import dev.legato.orchestrator.expression.ProbeOutcome.FlowUnusable;
import dev.legato.orchestrator.expression.ProbeOutcome.NoSuchExecution;
import dev.legato.orchestrator.expression.ProbeOutcome.NoSuchTaskRun;
import dev.legato.orchestrator.expression.ProbeOutcome.Unusable;
import dev.legato.rest.http.Answer;
import dev.legato.rest.http.Call;
import dev.legato.rest.http.PathIds;
import dev.legato.rest.http.Problem;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Evaluates expressions that people type. A mistake in one is a normal answer. */
final class EvaluationResource {
  private final ExpressionProbe probe;

  EvaluationResource(ExpressionProbe probe) {
    this.probe = probe;
  }

  Answer ofExecution(Call call) throws IOException {
    return evaluate(call, null);
  }

  Answer ofTaskRun(Call call) throws IOException {
    return evaluate(call, call.path("taskRunId"));
  }

  private Answer evaluate(Call call, @Nullable String taskRun) throws IOException {
    ExecutionId execution = PathIds.execution(call, "id");
    ProbeOutcome outcome = probe.inExecution(call.bodyText(), execution, taskRun);
    return switch (outcome) {
      case Evaluated evaluated -> Answer.json(EvaluationView.of(evaluated));
      case Failed failed -> Answer.json(EvaluationView.of(failed));
      case Unusable unusable -> throw problem(unusable);
    };
  }

  /** What clients are told when there are no variables to evaluate with. */
  static Problem problem(Unusable outcome) {
    return switch (outcome) {
      case NoSuchExecution(var missing) -> PathIds.noSuchExecution(missing.value());
      case NoSuchTaskRun(var of, var missing) ->
          Problem.notFound("execution '%s' has no task run '%s'".formatted(of.value(), missing));
      case FlowUnusable(var execution, var reason) ->
          Problem.conflict(
              "the flow of execution '%s' cannot be used: %s".formatted(execution, reason));
    };
  }
}
