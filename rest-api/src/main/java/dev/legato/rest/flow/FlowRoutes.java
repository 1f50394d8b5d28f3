package dev.legato.rest.flow;

import dev.legato.orchestrator.flow.Flows;
import dev.legato.rest.http.Access;
import dev.legato.rest.http.Body;
import dev.legato.rest.http.MediaType;
import dev.legato.rest.http.Parameter.Kind;
import dev.legato.rest.http.Route;
import dev.legato.rest.http.RouteDraft;
import dev.legato.rest.http.Scope;
import dev.legato.rest.http.Types;
import dev.legato.rest.search.PageView;
import dev.legato.rest.search.Paging;
import java.time.InstantSource;
import java.util.List;

/** The routes of flows. */
public final class FlowRoutes {
  private static final String ONE = "flows/{namespace}/{id}";

  private final FlowResource resource;
  private final Body source;

  private FlowRoutes(FlowResource resource, long maxBytes) {
    this.resource = resource;
    this.source = new Body(maxBytes, List.of(MediaType.YAML), String.class, true);
  }

  /**
   * The routes.
   *
   * @param maxBytes of a source
   */
  public static List<Route> of(Flows flows, InstantSource clock, long maxBytes) {
    var routes = new FlowRoutes(new FlowResource(flows, clock), maxBytes);
    return List.of(
        routes.create(),
        routes.update(),
        routes.get(),
        routes.delete(),
        routes.search(),
        routes.namespaces(),
        routes.ofNamespace(),
        routes.revisions(),
        routes.validate());
  }

  private Route create() {
    return Route.post(Scope.TENANT, "flows", Access.EDIT, "Creates a flow from its YAML source")
        .reads(source)
        .answers(200, FlowView.class, "The flow in its first revision")
        .handledBy(resource::create);
  }

  private Route update() {
    return Route.put(
            Scope.TENANT, ONE, Access.EDIT, "Saves a new revision of a flow, if its source changed")
        .reads(source)
        .answers(200, FlowView.class, "The flow in its newest revision")
        .handledBy(resource::update);
  }

  private Route get() {
    return Route.get(Scope.TENANT, ONE, Access.READ, "Shows a flow")
        .query("source", Kind.BOOLEAN, "Whether to add the YAML source")
        .query("revision", Kind.INTEGER, "The newest if absent")
        .query("allowDeleted", Kind.BOOLEAN, "Whether to show a flow that was removed")
        .answers(200, FlowView.class, "The flow")
        .handledBy(resource::get);
  }

  private Route delete() {
    return Route.delete(
            Scope.TENANT, ONE, Access.EDIT, "Removes a flow; revisions and executions stay")
        .answers(204, "The flow is removed")
        .handledBy(resource::delete);
  }

  private Route search() {
    RouteDraft route = Route.get(Scope.TENANT, "flows/search", Access.READ, "Searches flows");
    return FlowSearch.GRAMMAR
        .document(Paging.document(route))
        .answers(200, Types.of(PageView.class, FlowView.class), "A page of flows")
        .handledBy(resource::search);
  }

  private Route namespaces() {
    return Route.get(
            Scope.TENANT, "flows/distinct-namespaces", Access.READ, "Lists namespaces with flows")
        .query("q", Kind.TEXT, "A part of the name")
        .answers(200, Types.of(List.class, String.class), "Names, sorted")
        .handledBy(resource::namespaces);
  }

  private Route ofNamespace() {
    return Route.get(
            Scope.TENANT, "flows/{namespace}", Access.READ, "Lists the flows of a namespace")
        .answers(200, Types.of(List.class, FlowView.class), "Flows by id")
        .handledBy(resource::ofNamespace);
  }

  private Route revisions() {
    return Route.get(Scope.TENANT, ONE + "/revisions", Access.READ, "Lists the revisions of a flow")
        .query("allowDelete", Kind.BOOLEAN, "Whether to show the revision that records a removal")
        .answers(200, Types.of(List.class, FlowView.class), "Revisions with source, oldest first")
        .handledBy(resource::revisions);
  }

  private Route validate() {
    return Route.post(
            Scope.TENANT, "flows/validate", Access.READ, "Checks sources and saves nothing")
        .reads(source)
        .answers(
            200,
            Types.of(List.class, ValidationView.class),
            "One result for each document; documents are separated by lines of ---")
        .handledBy(resource::validate);
  }
}
