package dev.legato.plugins.fs.local;

import dev.legato.plugin.Property;
import dev.legato.plugin.Task;
import dev.legato.plugin.TaskContext;
import dev.legato.plugin.TaskFailure;
import dev.legato.plugin.TaskType;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lists a folder of the machine. */
@TaskType(
    value = "io.kestra.plugin.fs.local.List",
    title = "Lists a folder of the machine.",
    description =
        """
        The folder must be allowed in the configuration (`legato.local-files.allowed-paths`).

        ```yaml
        id: list
        type: io.kestra.plugin.fs.local.List
        from: /data/in
        regExp: .*[.]csv
        sort: LAST_MODIFIED_DESC
        ```
        """)
public record ListFiles(
    @Property("The path of the folder.") String from,
    @Property("The whole path must match this regular expression.") @Nullable String regExp,
    @Property(value = "Whether folders within are listed, too.", defaultValue = "false")
        boolean recursive,
    @Property(value = "How many files count at most.", defaultValue = "25") int maxFiles,
    @Property(value = "In which order they come.", defaultValue = "NONE") SortOrder sort)
    implements Task<ListFiles.Result> {
  /** What was found. */
  public record Result(
      @Property("Files and folders.") List<LocalFile> files, @Property("How many.") int count) {}

  @Override
  public Result run(TaskContext context) throws TaskFailure, IOException {
    var listing = new Listing(from, regExp, recursive, maxFiles, sort);
    List<LocalFile> files = listing.capped(listing.all(context), context);
    return new Result(files, files.size());
  }
}
