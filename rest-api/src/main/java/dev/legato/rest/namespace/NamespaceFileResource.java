package dev.legato.rest.namespace;

import dev.legato.rest.http.Answer;
import dev.legato.rest.http.Call;
import dev.legato.rest.http.Form;
import dev.legato.rest.http.PathIds;
import dev.legato.rest.http.Problem;
import dev.legato.storage.file.ByteRange;
import dev.legato.storage.file.FileConflictException;
import dev.legato.storage.file.FileEntry;
import dev.legato.storage.file.MissingFileException;
import dev.legato.storage.file.SafePath;
import dev.legato.storage.file.UnsafePathException;
import dev.legato.storage.namespace.FileRevision;
import dev.legato.storage.namespace.NamespaceFiles;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Reads and changes the files of a namespace. */
final class NamespaceFileResource {
  private static final String PART = "fileContent";
  private static final int MAX_FIELD = 1_000;
  private static final int USUAL_LINES = 100;
  private static final int MAX_LINES = 1_000;

  private final NamespaceFiles files;
  private final NamespaceArchive archives;

  NamespaceFileResource(NamespaceFiles files, NamespaceArchive archives) {
    this.files = files;
    this.archives = archives;
  }

  Answer read(Call call) {
    String namespace = namespace(call);
    SafePath path = path(call, "path");
    List<FileRevision> revisions = checked(() -> files.revisions(namespace, path));
    if (revisions.isEmpty()) {
      throw missing(path);
    }
    int wanted =
        call.query().number("revision", 1, Integer.MAX_VALUE).orElse(revisions.getLast().number());
    FileRevision revision =
        revisions.stream()
            .filter(each -> each.number() == wanted)
            .findFirst()
            .orElseThrow(() -> missing(path));
    return new Answer.Download(
        path.name(),
        revision.size(),
        (from, length) -> files.open(namespace, path, wanted, new ByteRange(from, length)));
  }

  Answer write(Call call) throws IOException {
    String namespace = namespace(call);
    SafePath path = path(call, "path");
    Form<Boolean> form =
        call.form(
            MAX_FIELD,
            (part, fileName, content) -> {
              if (!part.equals(PART)) {
                throw Problem.badRequest("the form's part must be named '%s'".formatted(PART));
              }
              if (fileName.toLowerCase(Locale.ROOT).endsWith(".zip")) {
                archives.unpack(namespace, call.id(), content);
              } else {
                write(namespace, path, content);
              }
              return true;
            });
    if (form.files().isEmpty()) {
      throw Problem.illegalArgument("the form needs a file in its part '%s'".formatted(PART));
    }
    return new Answer.Empty(200);
  }

  private void write(String namespace, SafePath path, InputStream content) throws IOException {
    if (NamespaceArchive.isFlow(path)) {
      archives.saveFlow(namespace, content);
      return;
    }
    try {
      files.write(namespace, path, content);
    } catch (UnsafePathException e) {
      throw Problem.illegalArgument(e);
    } catch (FileConflictException e) {
      throw Problem.conflict(String.valueOf(e.getMessage()));
    }
  }

  Answer move(Call call) {
    String namespace = namespace(call);
    SafePath from = path(call, "from");
    SafePath to = path(call, "to");
    try {
      checked(
          () -> {
            files.move(namespace, from, to);
            return from;
          });
    } catch (MissingFileException e) {
      throw missing(from);
    } catch (FileConflictException e) {
      throw Problem.conflict(String.valueOf(e.getMessage()));
    }
    return new Answer.Empty(200);
  }

  Answer delete(Call call) {
    String namespace = namespace(call);
    SafePath path = path(call, "path");
    checked(() -> files.delete(namespace, path));
    return new Answer.Empty(200);
  }

  Answer list(Call call) {
    String namespace = namespace(call);
    SafePath folder = optionalPath(call);
    boolean isFolder =
        folder.names().isEmpty()
            || checked(() -> files.find(namespace, folder))
                .filter(found -> !found.isFile())
                .isPresent();
    if (!isFolder) {
      throw missing(folder);
    }
    return Answer.json(files.list(namespace, folder).stream().map(FileAttributesView::of).toList());
  }

  Answer makeFolder(Call call) {
    String namespace = namespace(call);
    SafePath folder = path(call, "path");
    try {
      checked(
          () -> {
            files.makeFolder(namespace, folder);
            return folder;
          });
    } catch (FileConflictException e) {
      throw Problem.conflict(String.valueOf(e.getMessage()));
    }
    return new Answer.Empty(200);
  }

  Answer stats(Call call) {
    String namespace = namespace(call);
    SafePath path = optionalPath(call);
    Optional<FileEntry> found = checked(() -> files.find(namespace, path));
    if (found.isEmpty() && path.names().isEmpty()) {
      return Answer.json(FileAttributesView.of(top()));
    }
    return Answer.json(FileAttributesView.of(found.orElseThrow(() -> missing(path))));
  }

  /** Of a namespace in which no file is yet. */
  private static FileEntry top() {
    return new FileEntry(SafePath.TOP, FileEntry.Kind.FOLDER, 0, Instant.EPOCH, Instant.EPOCH);
  }

  Answer search(Call call) {
    String wanted = call.query().text("q").orElse("");
    return Answer.json(
        files.search(namespace(call), wanted).stream()
            .map(file -> file.path().toString())
            .toList());
  }

  Answer lines(Call call) {
    String wanted = call.query().required("q");
    int limit = call.query().number("limit", 1, MAX_LINES).orElse(USUAL_LINES);
    return Answer.json(FoundLinesView.of(files.lines(namespace(call), wanted, limit)));
  }

  Answer export(Call call) {
    String namespace = namespace(call);
    return archives.export(namespace);
  }

  Answer revisions(Call call) {
    String namespace = namespace(call);
    SafePath path = path(call, "path");
    List<FileRevision> revisions = checked(() -> files.revisions(namespace, path));
    if (revisions.isEmpty()) {
      throw missing(path);
    }
    return Answer.json(revisions.stream().map(RevisionView::of).toList());
  }

  private static String namespace(Call call) {
    return PathIds.name(call.path("namespace"), "namespace");
  }

  private static SafePath optionalPath(Call call) {
    return call.query().text("path").map(NamespaceFileResource::parse).orElse(SafePath.TOP);
  }

  private static SafePath path(Call call, String parameter) {
    SafePath path = parse(call.query().required(parameter));
    if (path.names().isEmpty()) {
      throw Problem.illegalArgument("the parameter '%s' must name a file".formatted(parameter));
    }
    return path;
  }

  /** Clients put slashes together: there may be several, and one at the end. */
  private static SafePath parse(String text) {
    return checked(
        () -> new SafePath(Stream.of(text.split("/")).filter(name -> !name.isEmpty()).toList()));
  }

  private static <T> T checked(Supplier<T> work) {
    try {
      return work.get();
    } catch (UnsafePathException e) {
      throw Problem.illegalArgument(e);
    }
  }

  private static Problem missing(SafePath path) {
    return Problem.notFound("the namespace has no file '%s'".formatted(path));
  }
}
