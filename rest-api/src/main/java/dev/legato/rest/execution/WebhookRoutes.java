package dev.legato.rest.execution;

import dev.legato.orchestrator.trigger.Webhooks;
import dev.legato.rest.http.Access;
import dev.legato.rest.http.Body;
import dev.legato.rest.http.HttpLimits;
import dev.legato.rest.http.MediaType;
import dev.legato.rest.http.Route;
import dev.legato.rest.http.RouteDraft;
import dev.legato.rest.http.Scope;
import java.util.List;
import java.util.stream.Stream;

/** The routes of webhooks. Anybody may call them: the key in the path opens the door. */
public final class WebhookRoutes {
  private static final String PATH = "executions/webhook/{namespace}/{flowId}/{key}";
  private static final String SUMMARY = "Starts a flow by its webhook";

  private WebhookRoutes() {}

  /** The routes. */
  public static List<Route> of(Webhooks webhooks, ExecutionPorts ports, HttpLimits limits) {
    var resource = new WebhookResource(webhooks, ports, limits);
    var body = new Body(limits.fileBytes(), List.of(MediaType.ANY), Object.class, false);
    return Stream.of(PATH, PATH + "/{path}")
        .flatMap(
            path ->
                Stream.of(
                    Route.get(Scope.TENANT, path, Access.PUBLIC, SUMMARY),
                    Route.post(Scope.TENANT, path, Access.PUBLIC, SUMMARY).reads(body),
                    Route.put(Scope.TENANT, path, Access.PUBLIC, SUMMARY).reads(body)))
        .map(WebhookRoutes::answered)
        .map(draft -> draft.handledBy(resource::call))
        .toList();
  }

  private static RouteDraft answered(RouteDraft draft) {
    return draft
        .header(
            CreateReader.KEY_HEADER,
            "Chosen by the client: the same key makes one execution however often it is sent")
        .answers(200, ExecutionView.class, "The execution, or its outputs if the trigger says so")
        .answers(204, "The conditions of the trigger do not hold")
        .answers(404, "No trigger has that key");
  }
}
