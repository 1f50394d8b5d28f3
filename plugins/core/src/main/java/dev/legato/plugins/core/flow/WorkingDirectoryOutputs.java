package dev.legato.plugins.core.flow;

import dev.legato.plugin.Property;
import dev.legato.plugin.Task;
import dev.legato.plugin.TaskContext;
import dev.legato.plugin.TaskFailure;
import dev.legato.plugin.TaskType;
import dev.legato.plugin.folder.OutputFiles;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The last hidden task of WorkingDirectory. */
@TaskType(
    value = "io.kestra.plugin.core.flow.WorkingDirectory$WorkingDirectoryOutputs",
    title = "Keeps files of the directory of a WorkingDirectory; not to be written in flows.",
    description =
        """
        `WorkingDirectory` makes it when it keeps files; it shows in executions.

        ```yaml
        id: together_outputs
        type: io.kestra.plugin.core.flow.WorkingDirectory$WorkingDirectoryOutputs
        outputFiles:
          - "*.csv"
        ```
        """)
public record WorkingDirectoryOutputs(
    @Property("Which files are kept, as globs.") @Nullable List<String> outputFiles,
    @Property("Files for the next execution.") @Nullable DirectoryCache cache)
    implements Task<WorkingDirectoryOutputs.Result> {
  /** What was kept. */
  public record Result(
      @Property("The kept files by their path in the directory.") Map<String, URI> outputFiles) {}

  @Override
  public Result run(TaskContext context) throws TaskFailure, IOException {
    if (cache != null) {
      cache.keep(context, context.workingDirectory());
    }
    List<String> patterns = outputFiles == null ? List.of() : outputFiles;
    return new Result(new OutputFiles(context).store(context.workingDirectory(), patterns));
  }
}
