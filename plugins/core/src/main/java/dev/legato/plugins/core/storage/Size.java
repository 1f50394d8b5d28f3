package dev.legato.plugins.core.storage;

import dev.legato.plugin.Property;
import dev.legato.plugin.Task;
import dev.legato.plugin.TaskContext;
import dev.legato.plugin.TaskFailure;
import dev.legato.plugin.TaskType;
import java.io.IOException;
import java.net.URI;

/** Tells how large a file is. */
@TaskType(
    value = "io.kestra.plugin.core.storage.Size",
    aliases = "io.kestra.core.tasks.storages.Size",
    title = "Tells how large a file is.",
    description =
        """
        ```yaml
        id: size
        type: io.kestra.plugin.core.storage.Size
        uri: "{{ outputs.load.uri }}"
        ```
        """)
public record Size(@Property("The file, as a `kestra://` address.") URI uri)
    implements Task<Size.Result> {
  /** What was found. */
  public record Result(@Property("In bytes.") long size) {}

  @Override
  public Result run(TaskContext context) throws TaskFailure, IOException {
    return new Result(context.files().size(uri));
  }
}
