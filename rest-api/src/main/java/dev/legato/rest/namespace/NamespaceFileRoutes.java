package dev.legato.rest.namespace;

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
import java.util.List;
import java.util.Map;

/** The routes of the files of a namespace. */
final class NamespaceFileRoutes {
  private static final String FILES = "namespaces/{namespace}/files";

  private final NamespaceFileResource resource;
  private final HttpLimits limits;

  NamespaceFileRoutes(NamespaceFileResource resource, HttpLimits limits) {
    this.resource = resource;
    this.limits = limits;
  }

  List<Route> all() {
    return List.of(
        read(),
        write(),
        move(),
        path(Route.delete(Scope.TENANT, FILES, Access.EDIT, "Deletes a file or folder"))
            .answers(200, "It is gone, with all that was in it")
            .handledBy(resource::delete),
        list(),
        path(Route.post(
                Scope.TENANT,
                FILES + "/directory",
                Access.EDIT,
                "Makes a folder of a" + " namespace"))
            .answers(200, "It is there")
            .handledBy(resource::makeFolder),
        get("/stats", "Describes a file or folder of a namespace")
            .query("path", Kind.TEXT, "The top if absent")
            .answers(200, FileAttributesView.class, "What is there")
            .handledBy(resource::stats),
        search(),
        get("/lines", "Searches what is in the files of a namespace")
            .required("q", Kind.TEXT, "A part of a line, in whatever case")
            .query("limit", Kind.INTEGER, "At most so many lines; 100 if absent")
            .answers(200, FoundLinesView.class, "Lines with their files, sorted")
            .handledBy(resource::lines),
        get("/export", "Downloads all files and flows of a namespace")
            .answers(new Reply(200, MediaType.BYTES, String.class, "A ZIP archive"))
            .handledBy(resource::export),
        path(get("/revisions", "Lists what a file of a namespace has held"))
            .answers(200, Types.of(List.class, RevisionView.class), "The oldest first")
            .handledBy(resource::revisions));
  }

  private Route read() {
    return path(get("", "Downloads a file of a namespace"))
        .query("revision", Kind.INTEGER, "An older content; the present one if absent")
        .header("Range", "A part of the file, such as bytes=0-99")
        .answers(new Reply(200, MediaType.BYTES, String.class, "The file"))
        .answers(new Reply(206, MediaType.BYTES, String.class, "The part asked for"))
        .handledBy(resource::read);
  }

  private Route write() {
    return path(Route.post(
            Scope.TENANT,
            FILES,
            Access.EDIT,
            "Writes a file of a namespace, or unpacks an archive"))
        .reads(
            new Body(
                limits.fileBytes(),
                List.of(MediaType.MULTIPART),
                Types.of(Map.class, String.class, Object.class),
                true))
        .answers(200, "It is stored; a .zip is unpacked, all of it or nothing")
        .handledBy(resource::write);
  }

  private Route move() {
    return Route.put(Scope.TENANT, FILES, Access.EDIT, "Moves a file or folder of a namespace")
        .required("from", Kind.TEXT, "What to move")
        .required("to", Kind.TEXT, "Its new path")
        .answers(200, "It is moved; 409 when something is there")
        .handledBy(resource::move);
  }

  private Route list() {
    return get("/directory", "Lists a folder of a namespace")
        .query("path", Kind.TEXT, "The top if absent")
        .answers(200, Types.of(List.class, FileAttributesView.class), "What is directly in it")
        .handledBy(resource::list);
  }

  private Route search() {
    return get("/search", "Searches the files of a namespace")
        .query("q", Kind.TEXT, "A part of the path")
        .answers(200, Types.of(List.class, String.class), "Paths, sorted")
        .handledBy(resource::search);
  }

  private static RouteDraft get(String below, String summary) {
    return Route.get(Scope.TENANT, FILES + below, Access.READ, summary);
  }

  private static RouteDraft path(RouteDraft route) {
    return route.required("path", Kind.TEXT, "Such as /queries/orders.sql");
  }
}
