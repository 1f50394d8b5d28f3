package dev.legato.rest.flow;

import dev.legato.rest.bulk.BulkReader;
import dev.legato.rest.bulk.CountView;
import dev.legato.rest.http.Access;
import dev.legato.rest.http.Body;
import dev.legato.rest.http.Handler;
import dev.legato.rest.http.MediaType;
import dev.legato.rest.http.Parameter.Kind;
import dev.legato.rest.http.Reply;
import dev.legato.rest.http.Route;
import dev.legato.rest.http.RouteDraft;
import dev.legato.rest.http.Scope;
import dev.legato.rest.http.Types;
import java.util.List;
import java.util.Map;

/** The routes that change, export and import many flows at once. */
final class FlowSetRoutes {
  private final FlowSetResource resource;
  private final FlowImport files;
  private final Body sources;
  private final Body file;

  /**
   * @param maxBytes of all sources together
   */
  FlowSetRoutes(FlowSetResource resource, FlowImport files, long maxBytes) {
    this.resource = resource;
    this.files = files;
    this.sources = new Body(maxBytes, List.of(MediaType.YAML), String.class, true);
    this.file =
        new Body(
            maxBytes,
            List.of(MediaType.MULTIPART),
            Types.of(Map.class, String.class, Object.class),
            true);
  }

  List<Route> all() {
    return List.of(
        replace(),
        replaceNamespace(),
        read(),
        exportFound(),
        exportNamed(),
        exportTable(),
        named(
            Route.delete(Scope.TENANT, "flows/delete/by-ids", Access.EDIT, "Removes flows"),
            resource::deleteNamed),
        found(
            Route.delete(
                Scope.TENANT, "flows/delete/by-query", Access.EDIT, "Removes all flows found"),
            resource::deleteFound),
        named(
            Route.post(Scope.TENANT, "flows/disable/by-ids", Access.EDIT, "Switches flows off"),
            resource::disableNamed),
        found(
            Route.post(
                Scope.TENANT,
                "flows/disable/by-query",
                Access.EDIT,
                "Switches all flows found off"),
            resource::disableFound),
        named(
            Route.post(Scope.TENANT, "flows/enable/by-ids", Access.EDIT, "Switches flows on"),
            resource::enableNamed),
        found(
            Route.post(
                Scope.TENANT, "flows/enable/by-query", Access.EDIT, "Switches all flows found on"),
            resource::enableFound));
  }

  private Route replace() {
    RouteDraft route =
        Route.post(Scope.TENANT, "flows/bulk", Access.EDIT, "Saves several flows, all or none")
            .query("namespace", Kind.TEXT, "That all flows must be in")
            .query(
                "allowNamespaceChild", Kind.BOOLEAN, "Whether namespaces below it are fine, too");
    return saves(route).handledBy(resource::replace);
  }

  private Route replaceNamespace() {
    RouteDraft route =
        Route.post(
            Scope.TENANT,
            "flows/{namespace}",
            Access.EDIT,
            "Saves the flows of a namespace, all or none");
    return saves(route).handledBy(resource::replaceNamespace);
  }

  private RouteDraft saves(RouteDraft route) {
    return route
        .query(
            "delete",
            Kind.BOOLEAN,
            "Whether flows of the namespaces that the body does not name are removed; true if"
                + " absent")
        .query("override", Kind.BOOLEAN, "Whether flows of other namespaces are moved here")
        .reads(sources)
        .answers(
            200,
            Types.of(List.class, FlowView.class),
            "The saved flows, then the removed ones; documents are separated by lines of ---");
  }

  private Route read() {
    return Route.post(Scope.TENANT, "flows/import", Access.EDIT, "Saves the flows of a file")
        .query("failOnError", Kind.BOOLEAN, "Whether nothing is saved unless all flows are valid")
        .reads(file)
        .answers(
            200,
            Types.of(List.class, String.class),
            "Names of the entries, or places of the documents, that are not valid")
        .handledBy(files::read);
  }

  private Route exportFound() {
    RouteDraft route =
        Route.get(Scope.TENANT, "flows/export/by-query", Access.READ, "Downloads the flows found");
    return FlowSearch.GRAMMAR.document(route).answers(archive()).handledBy(resource::exportFound);
  }

  private Route exportNamed() {
    return Route.post(Scope.TENANT, "flows/export/by-ids", Access.READ, "Downloads flows")
        .reads(BulkReader.flows())
        .answers(archive())
        .handledBy(resource::exportNamed);
  }

  private static Reply archive() {
    return new Reply(200, MediaType.BYTES, String.class, "A ZIP archive with a file for each flow");
  }

  private Route exportTable() {
    RouteDraft route =
        Route.get(
            Scope.TENANT,
            "flows/export/by-query/csv",
            Access.READ,
            "Downloads a table of the flows found");
    return FlowSearch.GRAMMAR
        .document(route)
        .answers(new Reply(200, MediaType.CSV, String.class, "A line for each flow"))
        .handledBy(resource::exportTable);
  }

  private static Route named(RouteDraft route, Handler handler) {
    return route
        .reads(BulkReader.flows())
        .answers(200, CountView.class, "How many were changed")
        .handledBy(handler);
  }

  private static Route found(RouteDraft route, Handler handler) {
    return FlowSearch.GRAMMAR
        .document(route)
        .answers(200, CountView.class, "How many were changed")
        .handledBy(handler);
  }
}
