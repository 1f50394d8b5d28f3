package dev.legato.rest.namespace;

import dev.legato.orchestrator.flow.Flows;
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
      Flows flows, NamespaceFiles files, FileStore store, Json json, HttpLimits limits) {
    var namespaces = new NamespaceResource(flows, json);
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
    var archives = new NamespaceArchive(flows, files, store, limits.flowBytes());
    routes.addAll(
        new NamespaceFileRoutes(new NamespaceFileResource(files, archives), limits).all());
    return routes;
  }

  private static Route search(NamespaceResource namespaces) {
    var route =
        Route.get(Scope.TENANT, "namespaces/search", Access.READ, "Searches namespaces")
            .query("q", Kind.TEXT, "A part of the name")
            .query("existing", Kind.BOOLEAN, "Without effect: all namespaces are implied");
    return Paging.document(route)
        .answers(200, Types.of(PageView.class, NamespaceView.class), "A page of namespaces")
        .handledBy(namespaces::search);
  }
}
