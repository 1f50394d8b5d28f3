package dev.legato.plugins.fs.local;

import dev.legato.plugin.Property;
import dev.legato.plugin.Task;
import dev.legato.plugin.TaskContext;
import dev.legato.plugin.TaskFailure;
import dev.legato.plugin.TaskType;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Removes files of the machine. */
@TaskType(
    value = "io.kestra.plugin.fs.local.Delete",
    title = "Removes files of the machine.",
    description =
        """
        The folder must be allowed in the configuration (`legato.local-files.allowed-paths`). A
        folder that is not empty is removed with `recursive: true` only.

        ```yaml
        id: clean
        type: io.kestra.plugin.fs.local.Delete
        from: /data/in/orders.csv
        ```
        """)
public record Delete(
    @Property("The path of the file or folder.") String from,
    @Property(value = "Whether it is a failure when there is none.", defaultValue = "false")
        boolean errorOnMissing,
    @Property(value = "Whether all that is in the folder goes, too.", defaultValue = "false")
        boolean recursive,
    @Property("Removes only files within whose path matches this regular expression.")
        @Nullable String regExp)
    implements Task<Delete.Result> {
  /** What was removed. */
  public record Result(
      @Property("What was to be removed, as `file://`.") URI uri,
      @Property("Whether anything was.") boolean deleted,
      @Property("The files and folders that are gone.") List<URI> uris) {}

  @Override
  public Result run(TaskContext context) throws TaskFailure, IOException {
    Path path = context.folders().resolve(from);
    if (!Files.exists(path)) {
      if (errorOnMissing) {
        throw new TaskFailure("There is no file or folder '%s'.".formatted(from));
      }
      return new Result(path.toUri(), false, List.of());
    }
    List<URI> gone = new ArrayList<>();
    for (Path each : chosen(path, context)) {
      if (Files.deleteIfExists(each)) {
        gone.add(each.toUri());
      }
    }
    return new Result(path.toUri(), !gone.isEmpty(), gone);
  }

  private List<Path> chosen(Path path, TaskContext context) throws TaskFailure, IOException {
    if (regExp != null) {
      var listing = new Listing(from, regExp, recursive, Integer.MAX_VALUE, SortOrder.NONE);
      return listing.files(context).stream().map(LocalFile::path).toList();
    }
    if (!recursive) {
      return List.of(path);
    }
    try (Stream<Path> all = Files.walk(path)) {
      return all.sorted(Comparator.reverseOrder()).toList();
    }
  }
}
