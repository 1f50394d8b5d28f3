package dev.legato.rest.execution;

import dev.legato.rest.http.Access;
import dev.legato.rest.http.Body;
import dev.legato.rest.http.MediaType;
import dev.legato.rest.http.Parameter.Kind;
import dev.legato.rest.http.Reply;
import dev.legato.rest.http.Route;
import dev.legato.rest.http.RouteDraft;
import dev.legato.rest.http.Scope;
import dev.legato.rest.http.Types;
import dev.legato.rest.search.PageView;
import dev.legato.rest.search.Paging;
import java.util.List;
import java.util.Map;

/** The routes of executions. */
public final class ExecutionRoutes {
  private static final String FLOW = "{namespace}/{flowId}";

  private final ExecutionResource resource;
  private final ExecutionFollower follower;
  private final Body inputs;

  private ExecutionRoutes(ExecutionResource resource, ExecutionFollower follower, long maxBytes) {
    this.resource = resource;
    this.follower = follower;
    this.inputs =
        new Body(
            maxBytes,
            List.of(MediaType.MULTIPART, MediaType.JSON),
            Types.of(Map.class, String.class, Object.class),
            false);
  }

  /**
   * The routes.
   *
   * @param maxBytes of the inputs of an execution
   */
  public static List<Route> of(ExecutionPorts ports, long maxBytes) {
    var follower = new ExecutionFollower(ports.store(), ports.orchestrator().live(), ports.clock());
    var routes = new ExecutionRoutes(new ExecutionResource(ports), follower, maxBytes);
    return List.of(
        routes.create(),
        routes.trigger(),
        routes.validate(),
        routes.search(),
        routes.ofFlow(),
        routes.get(),
        routes.delete(),
        routes.follow(),
        routes.kill(Route.delete(Scope.TENANT, "executions/{id}/kill", Access.RUN, "Stops")),
        routes.kill(Route.post(Scope.TENANT, "executions/{id}/actions/kill", Access.RUN, "Stops")));
  }

  private Route create() {
    RouteDraft route =
        Route.post(Scope.TENANT, "executions/" + FLOW, Access.RUN, "Starts an execution")
            .query("scheduleDate", Kind.INSTANT, "Not to be started before then");
    return starts(route).handledBy(resource::create);
  }

  private Route trigger() {
    RouteDraft route =
        Route.post(
            Scope.TENANT,
            "executions/trigger/" + FLOW,
            Access.RUN,
            "Starts an execution; the older spelling");
    return starts(route).handledBy(resource::trigger);
  }

  private RouteDraft starts(RouteDraft route) {
    return route
        .query("wait", Kind.BOOLEAN, "Whether to answer only when the execution has ended")
        .query("revision", Kind.INTEGER, "The newest if absent")
        .queries("labels", Kind.TEXT, "key:value")
        .header(
            CreateReader.KEY_HEADER,
            "Chosen by the client: the same key makes one execution however often it is sent")
        .reads(inputs)
        .answers(200, ExecutionView.class, "The execution; it will run, whatever happens");
  }

  private Route validate() {
    return Route.post(
            Scope.TENANT,
            "executions/" + FLOW + "/validate",
            Access.RUN,
            "Checks the inputs of an execution and starts nothing")
        .query("revision", Kind.INTEGER, "The newest if absent")
        .reads(inputs)
        .answers(200, InputsView.class, "What would become of each input")
        .handledBy(resource::validate);
  }

  private Route search() {
    RouteDraft route =
        Route.get(Scope.TENANT, "executions/search", Access.READ, "Searches executions");
    return ExecutionSearch.GRAMMAR
        .document(Paging.document(route))
        .query("scope", Kind.TEXT, "USER or SYSTEM")
        .query("timeRange", Kind.DURATION, "Only executions that began since")
        .answers(200, Types.of(PageView.class, ExecutionView.class), "A page of executions")
        .handledBy(resource::search);
  }

  private Route ofFlow() {
    RouteDraft route =
        Route.get(Scope.TENANT, "executions", Access.READ, "Lists the executions of a flow")
            .required("namespace", Kind.TEXT, "Of the flow")
            .required("flowId", Kind.TEXT, "Of the flow");
    return Paging.document(route)
        .answers(200, Types.of(PageView.class, ExecutionView.class), "A page of executions")
        .handledBy(resource::ofFlow);
  }

  private Route get() {
    return Route.get(Scope.TENANT, "executions/{id}", Access.READ, "Shows an execution")
        .answers(200, ExecutionView.class, "The execution")
        .handledBy(resource::get);
  }

  private Route delete() {
    return Route.delete(
            Scope.TENANT,
            "executions/{id}",
            Access.RUN,
            "Removes an ended execution with its logs and figures")
        .answers(204, "The execution is removed")
        .handledBy(resource::delete);
  }

  private Route follow() {
    return Route.get(
            Scope.TENANT, "executions/{executionId}/follow", Access.READ, "Watches an execution")
        .answers(
            new Reply(
                200,
                MediaType.EVENTS,
                ExecutionView.class,
                "Events named start, progress and end, each with the whole execution"))
        .handledBy(follower::follow);
  }

  private Route kill(RouteDraft route) {
    return route
        .query("isOnKillCascade", Kind.BOOLEAN, "Whether to stop what it has started, too")
        .answers(200, ExecutionView.class, "The execution; it has ended once all its tasks have")
        .handledBy(resource::kill);
  }
}
