package dev.legato.rest.graph;

import dev.legato.orchestrator.flow.Flows;
import dev.legato.rest.http.Access;
import dev.legato.rest.http.Body;
import dev.legato.rest.http.MediaType;
import dev.legato.rest.http.Parameter.Kind;
import dev.legato.rest.http.Route;
import dev.legato.rest.http.Scope;
import dev.legato.storage.ExecutionStore;
import java.util.List;

/** The routes of graphs. */
public final class GraphRoutes {
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
            .answers(200, GraphView.class, "Its graph")
            .handledBy(resource::ofFlow),
        Route.post(Scope.TENANT, "flows/graph", Access.READ, "Draws a flow from its YAML source")
            .reads(new Body(maxBytes, List.of(MediaType.YAML), String.class, true))
            .answers(200, GraphView.class, "Its graph")
            .handledBy(resource::ofSource),
        Route.get(Scope.TENANT, "executions/{id}/graph", Access.READ, "Draws an execution")
            .answers(200, GraphView.class, "The graph of its flow, with the states of task runs")
            .handledBy(resource::ofExecution));
  }
}
