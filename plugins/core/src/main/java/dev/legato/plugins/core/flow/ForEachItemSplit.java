package dev.legato.plugins.core.flow;

import dev.legato.plugin.NewFile;
import dev.legato.plugin.Property;
import dev.legato.plugin.Task;
import dev.legato.plugin.TaskContext;
import dev.legato.plugin.TaskFailure;
import dev.legato.plugin.TaskFiles;
import dev.legato.plugin.TaskType;
import dev.legato.plugins.core.storage.Cut;
import dev.legato.plugins.core.storage.Pieces;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** The first hidden task of ForEachItem. */
@TaskType(
    value = "io.kestra.plugin.core.flow.ForEachItem$ForEachItemSplit",
    title = "Cuts the file of a ForEachItem task into batches; not to be written in flows.",
    description =
        """
        `ForEachItem` makes it; it shows in executions.

        ```yaml
        id: each_split
        type: io.kestra.plugin.core.flow.ForEachItem$ForEachItemSplit
        items: "{{ outputs.load.uri }}"
        batch:
          rows: 1000
        ```
        """)
public record ForEachItemSplit(
    @Property("The file, as a `kestra://` address.") URI items,
    @Property("How to cut it; a line each when absent.") @Nullable Batch batch)
    implements Task<ForEachItemSplit.Result> {
  private static final int ONE_LINE = 1;

  /** How a file is cut: by bytes, else by partitions, else by rows. */
  public record Batch(
      @Property("So many lines a batch.") @Nullable Integer rows,
      @Property("A new batch once one has reached this size, such as `100 KB`.")
          @Nullable String bytes,
      @Property("So many batches, filled in turn.") @Nullable Integer partitions,
      @Property(value = "Written after each line.", defaultValue = "\n") String separator) {}

  /** What was written. */
  public record Result(@Property("A file that lists the batches, an address a line.") URI splits) {}

  @Override
  public Result run(TaskContext context) throws TaskFailure, IOException {
    if (!TaskFiles.isAddress(items.toString())) {
      throw new TaskFailure(
          "'items' must be the address of a file that begins with kestra:// or nsfile://, but is '%s'."
              .formatted(items));
    }
    Cut given = batch == null ? null : Cut.of(batch.bytes(), batch.partitions(), batch.rows());
    Cut cut = given == null ? new Cut.Rows(ONE_LINE) : given;
    String separator = batch == null ? "\n" : batch.separator();
    try (NewFile list = context.files().create("splits.txt")) {
      Pieces.cut(
          context,
          items,
          cut,
          separator,
          piece -> list.content().write((piece + "\n").getBytes(StandardCharsets.UTF_8)));
      return new Result(list.keep());
    }
  }
}
