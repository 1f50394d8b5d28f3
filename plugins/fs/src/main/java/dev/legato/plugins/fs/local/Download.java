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

/** Takes a file of the machine into internal storage. */
@TaskType(
    value = "io.kestra.plugin.fs.local.Download",
    title = "Takes a file of the machine into internal storage.",
    description =
        """
        The folder must be allowed in the configuration (`legato.local-files.allowed-paths`).

        ```yaml
        id: take
        type: io.kestra.plugin.fs.local.Download
        from: /data/in/orders.csv
        ```
        """)
public record Download(@Property("The path of the file.") String from)
    implements Task<Download.Result> {
  /** What was taken. */
  public record Result(
      @Property("The file, as a `kestra://` address.") URI uri, @Property("In bytes.") long size) {}

  @Override
  public Result run(TaskContext context) throws TaskFailure, IOException {
    Path file = Transfer.existing(from, context);
    if (Files.isDirectory(file)) {
      throw new TaskFailure("'%s' is a folder; only files can be taken.".formatted(from));
    }
    return new Result(Transfer.store(file, LocalFile.nameOf(file), context), Files.size(file));
  }
}
