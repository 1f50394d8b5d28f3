package dev.legato.plugins.core.storage;

import dev.legato.plugin.Property;
import dev.legato.plugin.Task;
import dev.legato.plugin.TaskContext;
import dev.legato.plugin.TaskType;
import java.io.IOException;
import java.net.URI;
import java.util.List;

/** Removes the files of the execution. */
@TaskType(
    value = "io.kestra.plugin.core.storage.PurgeCurrentExecutionFiles",
    aliases = {
      "io.kestra.core.tasks.storages.PurgeExecution",
      "io.kestra.plugin.core.storage.PurgeExecution"
    },
    title = "Removes all files that this execution has stored.",
    description =
        """
        ```yaml
        id: tidy
        type: io.kestra.plugin.core.storage.PurgeCurrentExecutionFiles
        ```
        """)
public record PurgeCurrentExecutionFiles() implements Task<PurgeCurrentExecutionFiles.Result> {
  private static final int MOST_NAMED = 5_000;

  /** What was removed. */
  public record Result(@Property("The files; the first 5,000 of very many.") List<URI> uris) {}

  @Override
  public Result run(TaskContext context) throws IOException {
    List<URI> deleted = context.files().deleteAllOfExecution();
    return new Result(deleted.subList(0, Math.min(MOST_NAMED, deleted.size())));
  }
}
