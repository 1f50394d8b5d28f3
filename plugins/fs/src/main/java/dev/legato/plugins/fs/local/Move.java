package dev.legato.plugins.fs.local;

import dev.legato.plugin.NoOutput;
import dev.legato.plugin.Property;
import dev.legato.plugin.Task;
import dev.legato.plugin.TaskContext;
import dev.legato.plugin.TaskFailure;
import dev.legato.plugin.TaskType;
import java.io.IOException;
import java.nio.file.Path;

/** Moves a file on the machine. */
@TaskType(
    value = "io.kestra.plugin.fs.local.Move",
    title = "Moves a file on the machine.",
    description =
        """
        Both folders must be allowed in the configuration (`legato.local-files.allowed-paths`).

        ```yaml
        id: move_away
        type: io.kestra.plugin.fs.local.Move
        from: /data/in/orders.csv
        to: /data/done/
        ```
        """)
public record Move(
    @Property("The path of the file.") String from,
    @Property("Where it goes: a path, or a folder for the same name in it.") String to,
    @Property(value = "Whether it may replace a file.", defaultValue = "false") boolean overwrite)
    implements Task<NoOutput> {
  @Override
  public NoOutput run(TaskContext context) throws TaskFailure, IOException {
    Path source = Transfer.existing(from, context);
    Path target = Transfer.into(context.folders().resolve(to), to, source);
    Transfer.move(source, target, overwrite);
    return NoOutput.NONE;
  }
}
