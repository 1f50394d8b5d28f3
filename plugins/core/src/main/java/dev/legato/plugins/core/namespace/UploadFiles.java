package dev.legato.plugins.core.namespace;

import dev.legato.plugin.Property;
import dev.legato.plugin.Task;
import dev.legato.plugin.TaskContext;
import dev.legato.plugin.TaskFailure;
import dev.legato.plugin.TaskType;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Stores files for all flows of a namespace. */
@TaskType(
    value = "io.kestra.plugin.core.namespace.UploadFiles",
    title = "Stores files for all flows of a namespace.",
    description =
        """
        Takes files of the working directory (`files`) and of internal storage (`filesMap`).

        ```yaml
        id: publish
        type: io.kestra.plugin.core.namespace.UploadFiles
        namespace: shop
        filesMap:
          reports/orders.csv: "{{ outputs.export.uri }}"
        ```
        """)
public record UploadFiles(
    @Property("Whose files; the flow's namespace when absent.") @Nullable String namespace,
    @Property("Patterns of files in the working directory.") @Nullable List<String> files,
    @Property("Files of internal storage by the path to give them, as a map or a JSON text.")
        @Nullable Object filesMap,
    @Property(value = "The folder to put them into.", defaultValue = "/") String destination,
    @Property(value = "What to do about a file that exists.", defaultValue = "OVERWRITE")
        Conflict conflict)
    implements Task<UploadFiles.Result> {
  /** What to do about a file that exists. */
  public enum Conflict {
    OVERWRITE,
    ERROR,
    SKIP
  }

  /** What was stored. */
  public record Result(
      @Property("The address of each file that was written, by path.") Map<String, URI> files) {}

  @Override
  public Result run(TaskContext context) throws TaskFailure, IOException {
    if (files == null && filesMap == null) {
      throw new TaskFailure("There is nothing to upload: give 'files' or 'filesMap'.");
    }
    Map<String, URI> written = new TreeMap<>();
    if (files != null) {
      uploadWorkingDirectory(context, files, written);
    }
    if (filesMap != null) {
      for (Map.Entry<String, String> file : Texts.map("filesMap", filesMap).entrySet()) {
        uploadStored(context, file.getKey(), file.getValue(), written);
      }
    }
    context.count("uploaded", written.size(), Map.of());
    return new Result(written);
  }

  private void uploadWorkingDirectory(
      TaskContext context, List<String> patterns, Map<String, URI> written)
      throws TaskFailure, IOException {
    Path folder = context.workingDirectory();
    List<PathMatcher> matchers =
        patterns.stream().map(pattern -> matcher(folder.getFileSystem(), pattern)).toList();
    List<Path> found;
    try (Stream<Path> all = Files.walk(folder)) {
      found =
          all.filter(path -> Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS))
              .map(folder::relativize)
              .filter(path -> matchers.stream().anyMatch(matcher -> matcher.matches(path)))
              .sorted()
              .toList();
    }
    for (Path file : found) {
      try (InputStream content = Files.newInputStream(folder.resolve(file))) {
        write(context, file.toString(), content, written);
      }
    }
  }

  private static PathMatcher matcher(FileSystem system, String pattern) {
    PathMatcher whole = system.getPathMatcher("glob:" + pattern);
    PathMatcher fromAnyFolderOn = system.getPathMatcher("glob:**/" + pattern);
    return path -> whole.matches(path) || fromAnyFolderOn.matches(path);
  }

  private void uploadStored(
      TaskContext context, String path, String source, Map<String, URI> written)
      throws TaskFailure, IOException {
    if (source.isBlank()) {
      return; // of a task that has made no file
    }
    URI address;
    try {
      address = URI.create(source.strip());
    } catch (IllegalArgumentException e) {
      throw new TaskFailure("'filesMap' holds '%s', which is no address.".formatted(source), e);
    }
    try (InputStream content = context.files().read(address)) {
      write(context, path, content, written);
    }
  }

  private void write(
      TaskContext context, String path, InputStream content, Map<String, URI> written)
      throws TaskFailure, IOException {
    String space = Namespaces.orOwn(namespace, context);
    String target = joined(path);
    boolean done =
        context.namespaceFiles().write(space, target, content, conflict == Conflict.OVERWRITE);
    if (done) {
      written.put(target, address(space, target));
    } else if (conflict == Conflict.ERROR) {
      throw new TaskFailure(
          "The file '%s' exists in the namespace '%s'; set 'conflict: OVERWRITE' to replace it."
              .formatted(target, space));
    }
  }

  private String joined(String path) {
    String folder = destination.strip();
    String below = path.startsWith("/") ? path.substring(1) : path;
    String joined = folder.endsWith("/") ? folder + below : folder + "/" + below;
    return joined.startsWith("/") ? joined.substring(1) : joined;
  }

  private static URI address(String namespace, String path) {
    try {
      return new URI("nsfile", namespace, "/" + path, null);
    } catch (URISyntaxException e) {
      throw new IllegalStateException("Expected a path to fit into an address, but it did not", e);
    }
  }
}
