package dev.legato.rest.blueprint;

import dev.legato.orchestrator.flow.Flows;
import dev.legato.rest.blueprint.Blueprint.Kind;
import dev.legato.rest.graph.FlowGraphs;
import dev.legato.rest.graph.GraphView;
import dev.legato.rest.http.Access;
import dev.legato.rest.http.MediaType;
import dev.legato.rest.http.Parameter;
import dev.legato.rest.http.Reply;
import dev.legato.rest.http.Route;
import dev.legato.rest.http.RouteDraft;
import dev.legato.rest.http.Scope;
import dev.legato.rest.http.Types;
import dev.legato.rest.search.PageView;
import dev.legato.rest.search.Paging;
import java.util.ArrayList;
import java.util.List;

/** The routes of blueprints. Where a path names no kind, flows are meant. */
public final class BlueprintRoutes {
  private static final String ALL = "blueprints/community";

  private BlueprintRoutes() {}

  /** The routes. */
  public static List<Route> of(Flows flows) {
    var graphs = new FlowGraphs(flows);
    var routes = new ArrayList<Route>();
    for (Kind kind : Kind.values()) {
      var resource = new BlueprintResource(kind, graphs);
      routes.addAll(ofKind(ALL + "/" + kind.path(), kind.path() + "s", resource));
      if (kind == Kind.FLOW) {
        routes.addAll(ofKind(ALL, "flows", resource));
        routes.add(graph(ALL + "/{id}/graph", resource));
        routes.add(graph(ALL + "/flow/{id}/graph", resource));
        routes.add(source(ALL + "/{id}/flow", resource));
      }
    }
    return routes;
  }

  private static List<Route> ofKind(String path, String of, BlueprintResource resource) {
    return List.of(
        Paging.document(get(path, "Searches the blueprints of " + of))
            .query("q", Parameter.Kind.TEXT, "A text in the title, the source or a tag")
            .queries("tags", Parameter.Kind.TEXT, "All of these tags")
            .answers(200, Types.of(PageView.class, BlueprintView.class), "A page of blueprints")
            .handledBy(resource::search),
        get(path + "/tags", "Lists the tags of blueprints of " + of)
            .query("q", Parameter.Kind.TEXT, "How the tags begin")
            .answers(200, Types.of(List.class, TagView.class), "Tags by name")
            .handledBy(resource::tags),
        get(path + "/{id}", "Shows a blueprint of " + of)
            .answers(200, BlueprintView.class, "The blueprint with its source")
            .handledBy(resource::get),
        source(path + "/{id}/source", resource));
  }

  private static Route source(String path, BlueprintResource resource) {
    return get(path, "Shows the source of a blueprint")
        .answers(new Reply(200, MediaType.YAML, String.class, "The YAML document"))
        .handledBy(resource::source);
  }

  private static Route graph(String path, BlueprintResource resource) {
    return get(path, "Draws a blueprint")
        .answers(200, GraphView.class, "The graph of its flow")
        .handledBy(resource::graph);
  }

  private static RouteDraft get(String path, String summary) {
    return Route.get(Scope.TENANT, path, Access.READ, summary);
  }
}
