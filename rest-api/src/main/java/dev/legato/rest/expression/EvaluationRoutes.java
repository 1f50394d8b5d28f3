package dev.legato.rest.expression;

import dev.legato.orchestrator.expression.ExpressionProbe;
import dev.legato.rest.http.Access;
import dev.legato.rest.http.Body;
import dev.legato.rest.http.Handler;
import dev.legato.rest.http.MediaType;
import dev.legato.rest.http.Route;
import dev.legato.rest.http.Scope;
import java.util.List;

/**
 * The routes for trying out expressions. They ask for the right to run, because an expression can
 * send requests and read files.
 */
public final class EvaluationRoutes {
  private static final String EXECUTION = "Evaluates an expression with an execution's variables";
  private static final String TASK_RUN = "Evaluates an expression with a task run's variables";

  private EvaluationRoutes() {}

  /**
   * The routes.
   *
   * @param maxBytes of an expression
   */
  public static List<Route> of(ExpressionProbe probe, long maxBytes) {
    var resource = new EvaluationResource(probe);
    var body = new Body(maxBytes, List.of(MediaType.PLAIN), String.class, true);
    return List.of(
        route("eval", EXECUTION, body, resource::ofExecution),
        route("actions/eval", EXECUTION, body, resource::ofExecution),
        route("eval/{taskRunId}", TASK_RUN, body, resource::ofTaskRun),
        route("actions/eval/{taskRunId}", TASK_RUN, body, resource::ofTaskRun));
  }

  private static Route route(String path, String summary, Body body, Handler handler) {
    return Route.post(Scope.TENANT, "executions/{id}/" + path, Access.RUN, summary)
        .reads(body)
        .answers(200, EvaluationView.class, "Its result, or why there is none")
        .handledBy(handler);
  }
}
