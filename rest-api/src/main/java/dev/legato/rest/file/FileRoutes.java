package dev.legato.rest.file;

import dev.legato.rest.http.Access;
import dev.legato.rest.http.MediaType;
import dev.legato.rest.http.Parameter.Kind;
import dev.legato.rest.http.Reply;
import dev.legato.rest.http.Route;
import dev.legato.rest.http.RouteDraft;
import dev.legato.rest.http.Scope;
import dev.legato.storage.ExecutionStore;
import dev.legato.storage.file.FileStore;
import java.nio.file.Path;
import java.util.List;

/** The routes of files. */
public final class FileRoutes {
  private FileRoutes() {}

  /** The routes. */
  public static List<Route> of(FileStore files, ExecutionStore executions) {
    var resource = new FileResource(files, executions);
    var previews = new PreviewResource(files, resource::find, scratch());
    return List.of(
        route("executions/{id}/file", "Downloads a file of an execution")
            .query("format", Kind.TEXT, "RAW, or JSONL to turn rows in Ion into lines of JSON")
            .header("Range", "A part of the file, such as bytes=0-99")
            .answers(new Reply(200, MediaType.BYTES, String.class, "The file"))
            .answers(new Reply(206, MediaType.BYTES, String.class, "The part asked for"))
            .handledBy(resource::download),
        route("executions/{id}/file/metas", "Tells how large a file of an execution is")
            .answers(200, FileSizeView.class, "Its size")
            .handledBy(resource::size),
        route("executions/{id}/file/preview", "Shows the beginning of a file of an execution")
            .query("maxRows", Kind.INTEGER, "At most 5,000; 100 by default")
            .query("encoding", Kind.TEXT, "Of texts; UTF-8 by default")
            .answers(200, FilePreviewView.class, "What it begins with")
            .handledBy(previews::preview));
  }

  private static Path scratch() {
    return Path.of(System.getProperty("java.io.tmpdir", "."));
  }

  private static RouteDraft route(String path, String summary) {
    return Route.get(Scope.TENANT, path, Access.READ, summary)
        .required("path", Kind.TEXT, "The address of the file, such as kestra:///…");
  }
}
