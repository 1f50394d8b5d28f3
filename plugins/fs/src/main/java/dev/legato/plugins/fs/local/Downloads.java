package dev.legato.plugins.fs.local;

import dev.legato.plugin.Property;
import dev.legato.plugin.Task;
import dev.legato.plugin.TaskContext;
import dev.legato.plugin.TaskFailure;
import dev.legato.plugin.TaskType;
import java.io.IOException;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Takes files of a folder of the machine into internal storage. */
@TaskType(
    value = "io.kestra.plugin.fs.local.Downloads",
    title = "Takes files of a folder of the machine into internal storage.",
    description =
        """
        The folders must be allowed in the configuration (`legato.local-files.allowed-paths`).

        ```yaml
        id: take_all
        type: io.kestra.plugin.fs.local.Downloads
        from: /data/in
        action: MOVE
        moveDirectory: /data/done
        ```
        """)
public record Downloads(
    @Property("The path of the folder.") String from,
    @Property(value = "What becomes of the files, once all are taken.", defaultValue = "NONE")
        SourceAction action,
    @Property("The folder of `action: MOVE`.") @Nullable String moveDirectory,
    @Property("The whole path must match this regular expression.") @Nullable String regExp,
    @Property(value = "Whether files of folders within count, too.", defaultValue = "false")
        boolean recursive,
    @Property(value = "How many files count at most.", defaultValue = "25") int maxFiles)
    implements Task<Downloads.Result> {
  /** What was taken. */
  public record Result(
      @Property("The files.") List<LocalFile> files,
      @Property("`kestra://` addresses by the name of the file.") Map<String, URI> outputFiles) {}

  @Override
  public Result run(TaskContext context) throws TaskFailure, IOException {
    if (action == SourceAction.MOVE) {
      var _ = Transfer.target(moveDirectory, context);
    }
    var listing = new Listing(from, regExp, recursive, maxFiles, SortOrder.NONE);
    List<LocalFile> files = Transfer.store(listing.files(context), context);
    Transfer.finish(files, action, moveDirectory, context);
    Map<String, URI> byName = new LinkedHashMap<>();
    files.forEach(file -> byName.put(file.name(), file.uri()));
    return new Result(files, byName);
  }
}
