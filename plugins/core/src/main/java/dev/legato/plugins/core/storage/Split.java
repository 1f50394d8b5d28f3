package dev.legato.plugins.core.storage;

import dev.legato.plugin.Property;
import dev.legato.plugin.Task;
import dev.legato.plugin.TaskContext;
import dev.legato.plugin.TaskFailure;
import dev.legato.plugin.TaskType;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Cuts a file. */
@TaskType(
    value = "io.kestra.plugin.core.storage.Split",
    aliases = "io.kestra.core.tasks.storages.Split",
    title = "Cuts a file of lines into several.",
    description =
        """
        Give one of `bytes`, `partitions` and `rows`; of several, the first in this order counts.

        ```yaml
        id: parts
        type: io.kestra.plugin.core.storage.Split
        from: "{{ outputs.load.uri }}"
        rows: 1000
        ```

        Later tasks read them as `{{ outputs.parts.uris }}`.
        """)
public record Split(
    @Property("The file, as a `kestra://` address.") URI from,
    @Property("A new file once one has reached this size, such as `100 KB`.")
        @Nullable String bytes,
    @Property("So many files, filled in turn.") @Nullable Integer partitions,
    @Property("So many lines a file.") @Nullable Integer rows,
    @Property(value = "Written after each line.", defaultValue = "\n") String separator)
    implements Task<Split.Result> {
  /** What was written. */
  public record Result(@Property("The files in order.") List<URI> uris) {}

  @Override
  public Result run(TaskContext context) throws TaskFailure, IOException {
    Cut cut = Cut.of(bytes, partitions, rows);
    if (cut == null) {
      throw new TaskFailure(
          "How to cut the file is not said: give 'bytes', 'partitions' or 'rows'.");
    }
    List<URI> uris = new ArrayList<>();
    Pieces.cut(context, from, cut, separator, uris::add);
    return new Result(uris);
  }
}
