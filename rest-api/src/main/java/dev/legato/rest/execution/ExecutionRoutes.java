package dev.legato.rest.execution;

import dev.legato.rest.bulk.BulkReader;
import dev.legato.rest.http.Access;
import dev.legato.rest.http.Body;
import dev.legato.rest.http.HttpLimits;
import dev.legato.rest.http.MediaType;
import dev.legato.rest.http.Parameter.Kind;
import dev.legato.rest.http.Reply;
import dev.legato.rest.http.Route;
import dev.legato.rest.http.RouteDraft;
import dev.legato.rest.http.Scope;
import dev.legato.rest.http.Types;
import dev.legato.rest.search.PageView;
import dev.legato.rest.search.Paging;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The routes of executions. */
public final class ExecutionRoutes {
  private static final String FLOW = "{namespace}/{flowId}";

  private final ExecutionResource resource;
  private final StartResource start;
  private final Followers followers;
  private final OverviewResource overview;
  private final Body inputs;

  /** What streams executions. */
  private record Followers(ExecutionFollower whole, LinkFollower links, ChangesFollower changes) {
    static Followers of(ExecutionPorts ports) {
      var live = ports.orchestrator().live();
      return new Followers(
          new ExecutionFollower(ports.store(), live, ports.clock()),
          new LinkFollower(ports.store(), live, ports.clock()),
          new ChangesFollower(ports.store(), live, ports.clock()));
    }
  }

  private ExecutionRoutes(
      ExecutionResource resource,
      StartResource start,
      Followers followers,
      OverviewResource overview,
      Body inputs) {
    this.resource = resource;
    this.overview = overview;
    this.start = start;
    this.followers = followers;
    this.inputs = inputs;
  }

  /** The routes. */
  public static List<Route> of(ExecutionPorts ports, HttpLimits limits) {
    Body inputs =
        new Body(
            limits.fileBytes(),
            List.of(MediaType.MULTIPART, MediaType.JSON),
            Types.of(Map.class, String.class, Object.class),
            false);
    var store = ports.store();
    var views = new ExecutionViews(store, ports.executions(), ports.clock());
    var reader = new InputsReader(ports.json(), limits.inputBytes());
    var routes =
        new ExecutionRoutes(
            new ExecutionResource(store, views, ports.clock()),
            new StartResource(ports, reader),
            Followers.of(ports),
            new OverviewResource(ports.flows(), store, new BulkReader(ports.json()), ports.clock()),
            inputs);
    var actions =
        new ActionRoutes(
            new ActionResource(ports.executions(), views),
            new BulkResource(ports.executions(), store, ports.json(), ports.clock()),
            new FormActionResource(ports, views, reader),
            ports.json(),
            inputs);
    var all = new ArrayList<Route>(routes.all());
    all.addAll(actions.all());
    return List.copyOf(all);
  }

  private List<Route> all() {
    return List.of(
        create(),
        trigger(),
        validate(),
        search(),
        table(),
        ofFlow(),
        get(),
        follow(),
        followLinks(),
        followChanges(),
        taskRun(),
        flowOfExecution(),
        flow(),
        namespaces(),
        flowsOfNamespace(),
        latest(),
        outputs(),
        outputsOfTaskRun());
  }

  private Route create() {
    RouteDraft route =
        Route.post(Scope.TENANT, "executions/" + FLOW, Access.RUN, "Starts an execution")
            .query("scheduleDate", Kind.INSTANT, "Not to be started before then");
    return starts(route).handledBy(start::create);
  }

  private Route trigger() {
    RouteDraft route =
        Route.post(
            Scope.TENANT,
            "executions/trigger/" + FLOW,
            Access.RUN,
            "Starts an execution; the older spelling");
    return starts(route).handledBy(start::trigger);
  }

  private RouteDraft starts(RouteDraft route) {
    return route
        .query("wait", Kind.BOOLEAN, "Whether to answer only when the execution has ended")
        .query("revision", Kind.INTEGER, "The newest if absent")
        .queries("labels", Kind.TEXT, "key:value")
        .query("kind", Kind.TEXT, "NORMAL, TEST or PLAYGROUND: only normal ones are in lists")
        .query(Breakpoints.PARAMETER, Kind.TEXT, Breakpoints.DESCRIPTION)
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
        .handledBy(start::validate);
  }

  private Route search() {
    RouteDraft route =
        Route.get(Scope.TENANT, "executions/search", Access.READ, "Searches executions")
            .query("taskRuns", Kind.BOOLEAN, "Whether to show the task runs; true if absent");
    return ExecutionSearch.document(Paging.document(route))
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

  private Route follow() {
    return Route.get(
            Scope.TENANT, "executions/{executionId}/follow", Access.READ, "Watches an execution")
        .answers(
            new Reply(
                200,
                MediaType.EVENTS,
                ExecutionView.class,
                "Events named start, progress and end, each with the whole execution"))
        .handledBy(followers.whole::follow);
  }

  private Route followChanges() {
    return Route.get(
            Scope.TENANT,
            "executions/{executionId}/changes",
            Access.READ,
            "Watches what changes in an execution, however large it is")
        .answers(
            new Reply(
                200,
                MediaType.EVENTS,
                ChangesView.class,
                "Events named start, runs, progress and end, with what is new only"))
        .handledBy(followers.changes::follow);
  }

  private Route taskRun() {
    return Route.get(
            Scope.TENANT,
            "executions/{executionId}/task-runs/{taskRunId}",
            Access.READ,
            "Shows a task run")
        .answers(200, TaskRunView.class, "With its attempts and outputs")
        .handledBy(followers.changes::taskRun);
  }

  private Route followLinks() {
    return Route.get(
            Scope.TENANT,
            "executions/{executionId}/follow-dependencies",
            Access.READ,
            "Watches all executions that one event has led to")
        .query("destinationOnly", Kind.BOOLEAN, "Whether to leave out those that began earlier")
        .query("expandAll", Kind.BOOLEAN, "Of no effect: all are told, however far away")
        .answers(
            new Reply(
                200,
                MediaType.EVENTS,
                LinkView.class,
                "Events named start, progress and end for each execution, end-all for all of them"))
        .handledBy(followers.links::follow);
  }

  private Route table() {
    RouteDraft route =
        Route.get(
            Scope.TENANT,
            "executions/export/by-query/csv",
            Access.READ,
            "Downloads a table of the executions found");
    return ExecutionSearch.document(route)
        .answers(new Reply(200, MediaType.CSV, String.class, "A line for each, 10,000 at most"))
        .handledBy(overview::table);
  }

  private Route flowOfExecution() {
    return Route.get(
            Scope.TENANT,
            "executions/{id}/flow",
            Access.READ,
            "Shows what the flow of an execution is made of")
        .answers(200, LightFlowView.class, "The flow without the bodies of its tasks")
        .handledBy(overview::flowOfExecution);
  }

  private Route flow() {
    return Route.get(
            Scope.TENANT,
            "executions/flows/" + FLOW,
            Access.READ,
            "Shows what a flow is made of and asks for")
        .query("revision", Kind.INTEGER, "The newest if absent")
        .answers(200, LightFlowView.class, "The flow without the bodies of its tasks")
        .handledBy(overview::flow);
  }

  private Route namespaces() {
    return Route.get(
            Scope.TENANT,
            "executions/namespaces",
            Access.READ,
            "Lists namespaces with flows that can be run")
        .answers(200, Types.of(List.class, String.class), "Names, sorted")
        .handledBy(overview::namespaces);
  }

  private Route flowsOfNamespace() {
    return Route.get(
            Scope.TENANT,
            "executions/namespaces/{namespace}/flows",
            Access.READ,
            "Lists the flows of a namespace that can be run")
        .answers(200, Types.of(List.class, LightFlowView.class), "Flows by id")
        .handledBy(overview::flowsOfNamespace);
  }

  private Route latest() {
    return Route.post(
            Scope.TENANT, "executions/latest", Access.READ, "Shows the latest executions of flows")
        .reads(BulkReader.flows())
        .answers(200, Types.of(List.class, LatestView.class), "One for each flow that was ever run")
        .handledBy(overview::latest);
  }

  private Route outputs() {
    return Route.get(
            Scope.TENANT,
            "outputs/{executionId}",
            Access.READ,
            "Lists the task runs of an execution that have outputs")
        .answers(200, Types.of(List.class, OutputView.class), "In the order of their creation")
        .handledBy(overview::outputs);
  }

  private Route outputsOfTaskRun() {
    return Route.get(
            Scope.TENANT,
            "outputs/{executionId}/{taskRunId}",
            Access.READ,
            "Shows the outputs of a task run")
        .answers(200, Types.of(Map.class, String.class, Object.class), "Outputs by name")
        .handledBy(overview::outputsOfTaskRun);
  }
}
