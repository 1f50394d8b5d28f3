package dev.legato.rest.namespace;

import dev.legato.orchestrator.flow.Flows;
import dev.legato.orchestrator.namespace.Namespaces;
import dev.legato.rest.http.Access;
import dev.legato.rest.http.Body;
import dev.legato.rest.http.HttpLimits;
import dev.legato.rest.http.Json;
import dev.legato.rest.http.MediaType;
import dev.legato.rest.http.Parameter.Kind;
import dev.legato.rest.http.Route;
import dev.legato.rest.http.Scope;
import dev.legato.rest.http.Types;
import dev.legato.rest.search.PageView;
import dev.legato.rest.search.Paging;
import dev.legato.storage.file.FileStore;
import dev.legato.storage.namespace.NamespaceFiles;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The routes of namespaces and of the files in them. */
public final class NamespaceRoutes {
  private NamespaceRoutes() {}

  /**
   * The routes.
   *
   * @param store where archives wait to be unpacked
   */
  public static List<Route> of(
      Namespaces described,
      Flows flows,
      NamespaceFiles files,
      FileStore store,
      Json json,
      HttpLimits limits) {
    var namespaces = new NamespaceResource(described, flows, json);
    var routes = new ArrayList<Route>();
    routes.add(search(namespaces));
    routes.add(
        Route.post(Scope.TENANT, "namespaces/autocomplete", Access.READ, "Completes a namespace")
            .reads(new Body(limits.flowBytes(), List.of(MediaType.JSON), Map.class, true))
            .answers(200, Types.of(List.class, String.class), "Namespaces, sorted")
            .handledBy(namespaces::autocomplete));
    routes.add(
        Route.get(Scope.TENANT, "namespaces/{namespace}", Access.READ, "Shows a namespace")
            .answers(200, NamespaceView.class, "The namespace")
            .handledBy(namespaces::get));
    routes.addAll(changes(new NamespaceChanges(described, json), limits));
    var archives = new NamespaceArchive(flows, files, store, limits.flowBytes());
    routes.addAll(
        new NamespaceFileRoutes(new NamespaceFileResource(files, archives), limits).all());
    return routes;
  }

  private static List<Route> changes(NamespaceChanges changes, HttpLimits limits) {
    var body = new Body(limits.flowBytes(), List.of(MediaType.JSON), NamespaceBody.class, true);
    return List.of(
        Route.post(Scope.TENANT, "namespaces", Access.EDIT, "Describes a namespace")
            .reads(body)
            .answers(200, NamespaceView.class, "What is stored; 409 when it is described already")
            .handledBy(changes::create),
        Route.put(
                Scope.TENANT,
                "namespaces/{namespace}",
                Access.EDIT,
                "Describes a namespace, in place of what was said about it")
            .reads(body)
            .answers(200, NamespaceView.class, "What is stored")
            .handledBy(changes::put),
        Route.delete(
                Scope.TENANT,
                "namespaces/{namespace}",
                Access.EDIT,
                "Forgets what was said about a namespace")
            .answers(204, "It is forgotten; what is in the namespace stays")
            .handledBy(changes::delete),
        Route.get(
                Scope.TENANT,
                "namespaces/{namespace}/inherited-variables",
                Access.READ,
                "Shows the variables that flows of a namespace see")
            .answers(
                200,
                Types.of(Map.class, String.class, Object.class),
                "Its own and those of the namespaces above, joined")
            .handledBy(changes::variables));
  }

  private static Route search(NamespaceResource namespaces) {
    var route =
        Route.get(Scope.TENANT, "namespaces/search", Access.READ, "Searches namespaces")
            .query("q", Kind.TEXT, "A part of the name")
            .query("existing", Kind.BOOLEAN, "Only those that somebody has described");
    return Paging.document(route)
        .answers(200, Types.of(PageView.class, NamespaceView.class), "A page of namespaces")
        .handledBy(namespaces::search);
  }
}
