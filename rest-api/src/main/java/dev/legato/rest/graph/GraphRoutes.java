package dev.legato.rest.graph;

import dev.legato.orchestrator.flow.Flows;
import dev.legato.rest.http.Access;
import dev.legato.rest.http.Body;
import dev.legato.rest.http.MediaType;
import dev.legato.rest.http.Parameter.Kind;
import dev.legato.rest.http.Route;
import dev.legato.rest.http.RouteDraft;
import dev.legato.rest.http.Scope;
import dev.legato.storage.ExecutionStore;
import java.util.List;

/** The routes of graphs. */
public final class GraphRoutes {
  private static final String SUBFLOWS =
      "uids of tasks that are to be drawn with the flows that they start";

  private GraphRoutes() {}

  /**
   * The routes.
   *
   * @param maxBytes of a source
   */
  public static List<Route> of(Flows flows, ExecutionStore executions, long maxBytes) {
    var resource = new GraphResource(flows, executions);
    return List.of(
        Route.get(Scope.TENANT, "flows/{namespace}/{id}/graph", Access.READ, "Draws a flow")
            .query("revision", Kind.INTEGER, "The newest if absent")
            .queries("subflows", Kind.TEXT, SUBFLOWS)
            .answers(200, GraphView.class, "Its graph")
            .handledBy(resource::ofFlow),
        Route.post(Scope.TENANT, "flows/graph", Access.READ, "Draws a flow from its YAML source")
            .queries("subflows", Kind.TEXT, SUBFLOWS)
            .reads(new Body(maxBytes, List.of(MediaType.YAML), String.class, true))
            .answers(200, GraphView.class, "Its graph")
            .handledBy(resource::ofSource),
        Route.get(Scope.TENANT, "executions/{id}/graph", Access.READ, "Draws an execution")
            .queries("subflows", Kind.TEXT, SUBFLOWS)
            .answers(200, GraphView.class, "The graph of its flow, with the states of task runs")
            .handledBy(resource::ofExecution),
        dependencies("flows/{namespace}/{id}/dependencies", "a flow")
            .handledBy(resource::dependenciesOfFlow),
        dependencies("namespaces/{namespace}/dependencies", "the flows of a namespace")
            .handledBy(resource::dependenciesOfNamespace));
  }

  private static RouteDraft dependencies(String path, String of) {
    return Route.get(
            Scope.TENANT,
            path,
            Access.READ,
            "Shows what starts %s, and what is started from there".formatted(of))
        .query("destinationOnly", Kind.BOOLEAN, "Whether to leave out what starts them")
        .query("expandAll", Kind.BOOLEAN, "Whether to go on with the flows that were found")
        .answers(200, DependencyView.class, "Flows and who starts whom");
  }
}
