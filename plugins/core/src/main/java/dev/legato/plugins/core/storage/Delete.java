package dev.legato.plugins.core.storage;

import dev.legato.plugin.Property;
import dev.legato.plugin.Task;
import dev.legato.plugin.TaskContext;
import dev.legato.plugin.TaskFailure;
import dev.legato.plugin.TaskType;
import java.io.IOException;
import java.net.URI;

/** Removes a file. */
@TaskType(
    value = "io.kestra.plugin.core.storage.Delete",
    aliases = "io.kestra.core.tasks.storages.Delete",
    title = "Removes a file.",
    description =
        """
        ```yaml
        id: remove
        type: io.kestra.plugin.core.storage.Delete
        uri: "{{ outputs.load.uri }}"
        ```
        """)
public record Delete(
    @Property("The file, as a `kestra://` address.") URI uri,
    @Property(value = "Whether a missing file fails the task.", defaultValue = "false")
        boolean errorOnMissing)
    implements Task<Delete.Result> {
  /** What was done. */
  public record Result(
      @Property("The file.") URI uri,
      @Property("Whether there was such a file.") boolean deleted) {}

  @Override
  public Result run(TaskContext context) throws TaskFailure, IOException {
    boolean deleted = context.files().delete(uri);
    if (!deleted && errorOnMissing) {
      throw new TaskFailure("There is no file '%s'.".formatted(uri));
    }
    return new Result(uri, deleted);
  }
}
