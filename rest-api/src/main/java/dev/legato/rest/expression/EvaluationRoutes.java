package dev.legato.rest.expression;

import dev.legato.rest.http.Access;
import dev.legato.rest.http.Body;
import dev.legato.rest.http.Handler;
import dev.legato.rest.http.MediaType;
import dev.legato.rest.http.Parameter.Kind;
import dev.legato.rest.http.Route;
import dev.legato.rest.http.Scope;
import java.util.List;

/**
 * The routes for writing expressions and trying them out. Evaluating asks for the right to run,
 * because an expression can send requests and read files.
 */
public final class EvaluationRoutes {
  private static final String EXECUTION = "Evaluates an expression with an execution's variables";
  private static final String TASK_RUN = "Evaluates an expression with a task run's variables";

  private EvaluationRoutes() {}

  /**
   * The routes.
   *
   * @param maxBytes of an expression, and of a flow
   */
  public static List<Route> of(EvaluationPorts ports, long maxBytes) {
    var resource = new EvaluationResource(ports.expressions());
    var body = new Body(maxBytes, List.of(MediaType.PLAIN), String.class, true);
    return List.of(
        route("eval", EXECUTION, body, resource::ofExecution),
        route("actions/eval", EXECUTION, body, resource::ofExecution),
        route("eval/{taskRunId}", TASK_RUN, body, resource::ofTaskRun),
        route("actions/eval/{taskRunId}", TASK_RUN, body, resource::ofTaskRun),
        render(new RenderResource(ports.expressions(), ports.flows(), ports.json()), maxBytes),
        complete(
            new CompletionResource(
                ports.flows(), new Completions(ports.types(), ports.keyValues(), ports.files())),
            maxBytes));
  }

  private static Route route(String path, String summary, Body body, Handler handler) {
    return Route.post(Scope.TENANT, "executions/{id}/" + path, Access.RUN, summary)
        .reads(body)
        .answers(200, EvaluationView.class, "Its result, or why there is none")
        .handledBy(handler);
  }

  private static Route render(RenderResource resource, long maxBytes) {
    return Route.post(
            Scope.TENANT,
            "expressions/render",
            Access.RUN,
            "Renders expressions with the variables of an execution, of a flow or of none")
        .reads(new Body(maxBytes, List.of(MediaType.JSON), RenderRequest.class, true))
        .answers(200, RenderView.class, "The results as texts, and why others have none")
        .handledBy(resource::render);
  }

  private static Route complete(CompletionResource resource, long maxBytes) {
    return Route.post(
            Scope.TENANT,
            "flows/expressions",
            Access.READ,
            "Lists what the expressions of a flow can use")
        .query("taskId", Kind.TEXT, "Only what comes before that task")
        .reads(new Body(maxBytes, List.of(MediaType.YAML), String.class, true))
        .answers(200, CompletionView.class, "Suggestions by where they come from")
        .handledBy(resource::complete);
  }
}
