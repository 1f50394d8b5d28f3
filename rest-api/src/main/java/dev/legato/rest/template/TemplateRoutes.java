package dev.legato.rest.template;

import dev.legato.orchestrator.template.Templates;
import dev.legato.rest.bulk.BulkReader;
import dev.legato.rest.bulk.CountView;
import dev.legato.rest.flow.ValidationView;
import dev.legato.rest.http.Access;
import dev.legato.rest.http.Body;
import dev.legato.rest.http.HttpLimits;
import dev.legato.rest.http.Json;
import dev.legato.rest.http.MediaType;
import dev.legato.rest.http.Parameter.Kind;
import dev.legato.rest.http.Reply;
import dev.legato.rest.http.Route;
import dev.legato.rest.http.RouteDraft;
import dev.legato.rest.http.Scope;
import dev.legato.rest.http.Types;
import dev.legato.rest.search.PageView;
import dev.legato.rest.search.Paging;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/** The routes of templates. */
public final class TemplateRoutes {
  private static final String ONE = "templates/{namespace}/{id}";

  private final TemplateResource one;
  private final TemplateSetResource many;
  private final Body source;
  private final Body sources;
  private final Body file;

  private TemplateRoutes(TemplateResource one, TemplateSetResource many, HttpLimits limits) {
    this.one = one;
    this.many = many;
    this.source =
        new Body(limits.flowBytes(), List.of(MediaType.YAML, MediaType.JSON), Object.class, true);
    this.sources = new Body(limits.inputBytes(), List.of(MediaType.YAML), String.class, true);
    this.file =
        new Body(
            limits.inputBytes(),
            List.of(MediaType.MULTIPART),
            Types.of(Map.class, String.class, Object.class),
            true);
  }

  /** The routes. */
  public static List<Route> of(
      Templates templates, Json json, InstantSource clock, HttpLimits limits) {
    var many = new TemplateSetResource(templates, new BulkReader(json), clock, limits.flowBytes());
    var routes = new TemplateRoutes(new TemplateResource(templates, clock), many, limits);
    return List.of(
        routes.create(),
        routes.update(),
        routes.get(),
        routes.delete(),
        routes.search(),
        routes.namespaces(),
        routes.validate(),
        routes.replaceNamespace(),
        routes.read(),
        routes.exportFound(),
        routes.exportNamed(),
        routes.deleteNamed(),
        routes.deleteFound());
  }

  private Route create() {
    return Route.post(Scope.TENANT, "templates", Access.EDIT, "Creates a template")
        .reads(source)
        .answers(200, TemplateView.class, "The template")
        .handledBy(one::create);
  }

  private Route update() {
    return Route.put(Scope.TENANT, ONE, Access.EDIT, "Changes a template")
        .reads(source)
        .answers(200, TemplateView.class, "The template as it is now")
        .handledBy(one::update);
  }

  private Route get() {
    return Route.get(Scope.TENANT, ONE, Access.READ, "Shows a template")
        .answers(200, TemplateView.class, "The template")
        .handledBy(one::get);
  }

  private Route delete() {
    return Route.delete(
            Scope.TENANT, ONE, Access.EDIT, "Removes a template; executions that use it go on")
        .answers(204, "The template is removed")
        .handledBy(one::delete);
  }

  private Route search() {
    RouteDraft route =
        Route.get(Scope.TENANT, "templates/search", Access.READ, "Searches templates");
    return TemplateSearch.GRAMMAR
        .document(Paging.document(route))
        .answers(200, Types.of(PageView.class, TemplateView.class), "A page of templates")
        .handledBy(one::search);
  }

  private Route namespaces() {
    return Route.get(
            Scope.TENANT,
            "templates/distinct-namespaces",
            Access.READ,
            "Lists namespaces with templates")
        .query("q", Kind.TEXT, "A part of the name")
        .answers(200, Types.of(List.class, String.class), "Names, sorted")
        .handledBy(one::namespaces);
  }

  private Route validate() {
    return Route.post(
            Scope.TENANT, "templates/validate", Access.READ, "Checks templates and saves nothing")
        .reads(sources)
        .answers(
            200,
            Types.of(List.class, ValidationView.class),
            "One result for each document; documents are separated by lines of ---")
        .handledBy(one::validate);
  }

  private Route replaceNamespace() {
    return Route.post(
            Scope.TENANT,
            "templates/{namespace}",
            Access.EDIT,
            "Saves the templates of a namespace, all or none")
        .query(
            "delete",
            Kind.BOOLEAN,
            "Whether templates of the namespace that the body does not name are removed; true if"
                + " absent")
        .reads(sources)
        .answers(200, Types.of(List.class, TemplateView.class), "The saved templates")
        .handledBy(many::replaceNamespace);
  }

  private Route read() {
    return Route.post(
            Scope.TENANT, "templates/import", Access.EDIT, "Saves the templates of a file")
        .reads(file)
        .answers(
            200,
            Types.of(List.class, String.class),
            "Names of the entries, or places of the documents, that are not valid")
        .handledBy(many::read);
  }

  private Route exportFound() {
    RouteDraft route =
        Route.get(
            Scope.TENANT,
            "templates/export/by-query",
            Access.READ,
            "Downloads the templates found");
    return TemplateSearch.GRAMMAR.document(route).answers(archive()).handledBy(many::exportFound);
  }

  private Route exportNamed() {
    return Route.post(Scope.TENANT, "templates/export/by-ids", Access.READ, "Downloads templates")
        .reads(BulkReader.flows())
        .answers(archive())
        .handledBy(many::exportNamed);
  }

  private static Reply archive() {
    return new Reply(
        200, MediaType.BYTES, String.class, "A ZIP archive with a file for each template");
  }

  private Route deleteNamed() {
    return Route.delete(Scope.TENANT, "templates/delete/by-ids", Access.EDIT, "Removes templates")
        .reads(BulkReader.flows())
        .answers(200, CountView.class, "How many were removed")
        .handledBy(many::deleteNamed);
  }

  private Route deleteFound() {
    RouteDraft route =
        Route.delete(
            Scope.TENANT, "templates/delete/by-query", Access.EDIT, "Removes the templates found");
    return TemplateSearch.GRAMMAR
        .document(route)
        .answers(200, CountView.class, "How many were removed")
        .handledBy(many::deleteFound);
  }
}
