package dev.legato.rest.flow;

import dev.legato.orchestrator.flow.Flows;
import dev.legato.rest.bulk.BulkReader;
import dev.legato.rest.http.Access;
import dev.legato.rest.http.Body;
import dev.legato.rest.http.HttpLimits;
import dev.legato.rest.http.Json;
import dev.legato.rest.http.MediaType;
import dev.legato.rest.http.Parameter;
import dev.legato.rest.http.Parameter.Kind;
import dev.legato.rest.http.Parameter.Place;
import dev.legato.rest.http.Route;
import dev.legato.rest.http.RouteDraft;
import dev.legato.rest.http.Scope;
import dev.legato.rest.http.Types;
import dev.legato.rest.search.PageView;
import dev.legato.rest.search.Paging;
import dev.legato.storage.ExecutionStore;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The routes of flows. */
public final class FlowRoutes {
  private static final String ONE = "flows/{namespace}/{id}";
  private static final String DRAFT =
      "Whether it only runs when its revision is asked for; a draft need not be valid yet";

  private final FlowResource resource;
  private final FlowPartResource parts;
  private final RevisionResource revisions;
  private final Body source;
  private final Body part;

  private FlowRoutes(
      FlowResource resource, FlowPartResource parts, RevisionResource revisions, long maxBytes) {
    this.resource = resource;
    this.parts = parts;
    this.revisions = revisions;
    this.source = new Body(maxBytes, List.of(MediaType.YAML), String.class, true);
    this.part = new Body(maxBytes, List.of(MediaType.JSON, MediaType.YAML), Object.class, true);
  }

  /** The routes. */
  public static List<Route> of(
      Flows flows, ExecutionStore executions, Json json, InstantSource clock, HttpLimits limits) {
    var routes =
        new FlowRoutes(
            new FlowResource(flows, clock),
            new FlowPartResource(flows),
            new RevisionResource(flows, executions),
            limits.flowBytes());
    var sets =
        new FlowSetRoutes(
            new FlowSetResource(flows, new BulkReader(json), clock),
            new FlowImport(flows, limits.flowBytes()),
            limits.inputBytes());
    var all = new ArrayList<Route>(routes.all());
    all.addAll(sets.all());
    return List.copyOf(all);
  }

  private List<Route> all() {
    return List.of(
        create(),
        update(),
        get(),
        delete(),
        search(),
        searchSources(),
        namespaces(),
        ofNamespace(),
        revisions(),
        deleteRevisions(),
        task(),
        validate(),
        validateTask(),
        validateTrigger(),
        deprecated());
  }

  private Route create() {
    return Route.post(Scope.TENANT, "flows", Access.EDIT, "Creates a flow from its YAML source")
        .query("draft", Kind.BOOLEAN, DRAFT)
        .reads(source)
        .answers(200, FlowView.class, "The flow in its first revision")
        .handledBy(resource::create);
  }

  private Route update() {
    return Route.put(
            Scope.TENANT, ONE, Access.EDIT, "Saves a new revision of a flow, if its source changed")
        .query("draft", Kind.BOOLEAN, DRAFT)
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
        .handledBy(revisions::list);
  }

  private Route deleteRevisions() {
    return Route.delete(
            Scope.TENANT, ONE + "/revisions", Access.EDIT, "Removes revisions that nobody needs")
        .parameter(
            new Parameter(
                "revisions",
                Place.QUERY,
                Kind.INTEGER,
                true,
                true,
                "Numbers, also with commas between them; the newest one cannot be removed"))
        .answers(204, "They are removed")
        .handledBy(revisions::delete);
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

  private Route searchSources() {
    return Paging.document(
            Route.get(
                Scope.TENANT, "flows/source", Access.READ, "Searches the sources of all flows"))
        .query("q", Kind.TEXT, "What the source holds")
        .query("namespace", Kind.TEXT, "Only flows of that namespace and of those below it")
        .answers(
            200,
            Types.of(PageView.class, FlowSourceView.class),
            "A page of flows with the lines that were found")
        .handledBy(parts::searchSources);
  }

  private Route task() {
    return Route.get(Scope.TENANT, ONE + "/tasks/{taskId}", Access.READ, "Shows a task of a flow")
        .query("revision", Kind.INTEGER, "The newest if absent")
        .answers(
            200, Types.of(Map.class, String.class, Object.class), "The task as its author wrote it")
        .handledBy(parts::task);
  }

  private Route validateTask() {
    return Route.post(Scope.TENANT, "flows/validate/task", Access.READ, "Checks a task on its own")
        .query("section", Kind.TEXT, "TASKS, or TRIGGERS to check a trigger")
        .reads(part)
        .answers(200, ValidationView.class, "What there is to say about it")
        .handledBy(parts::validateTask);
  }

  private Route validateTrigger() {
    return Route.post(
            Scope.TENANT, "flows/validate/trigger", Access.READ, "Checks a trigger on its own")
        .reads(part)
        .answers(200, ValidationView.class, "What there is to say about it")
        .handledBy(parts::validateTrigger);
  }

  private Route deprecated() {
    return Route.get(
            Scope.TENANT, "flows/deprecated", Access.READ, "Lists flows with old names of types")
        .query("namespace", Kind.TEXT, "Only flows of that namespace and of those below it")
        .answers(200, Types.of(List.class, DeprecatedFlowView.class), "Flows by id")
        .handledBy(parts::deprecated);
  }
}
