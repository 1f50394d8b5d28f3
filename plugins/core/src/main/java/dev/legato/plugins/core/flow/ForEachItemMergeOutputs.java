package dev.legato.plugins.core.flow;

import dev.legato.plugin.NewFile;
import dev.legato.plugin.Property;
import dev.legato.plugin.Task;
import dev.legato.plugin.TaskContext;
import dev.legato.plugin.TaskFailure;
import dev.legato.plugin.TaskType;
import dev.legato.plugins.core.value.Json;
import java.io.IOException;
import java.net.URI;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** The last hidden task of ForEachItem. */
@TaskType(
    value = "io.kestra.plugin.core.flow.ForEachItem$ForEachItemMergeOutputs",
    title = "Joins the outputs of what a ForEachItem task has started; not to be written in flows.",
    description =
        """
        `ForEachItem` makes it; it shows in executions.

        ```yaml
        id: each_merge
        type: io.kestra.plugin.core.flow.ForEachItem$ForEachItemMergeOutputs
        task: each_items
        ```
        """)
public record ForEachItemMergeOutputs(
    @Property("The task that has started the executions.") String task)
    implements Task<ForEachItemMergeOutputs.Result> {
  /** What was written. */
  public record Result(
      @Property("The outputs, those of one execution a line; absent when there are none.")
          @Nullable URI subflowOutputs) {}

  @Override
  public Result run(TaskContext context) throws TaskFailure, IOException {
    AtomicBoolean any = new AtomicBoolean();
    try (NewFile file = context.files().create("outputs.ion")) {
      context
          .children()
          .readOutputs(
              task,
              outputs -> {
                any.set(true);
                Json.writeLine(outputs, file.content());
              });
      return new Result(any.get() ? file.keep() : null);
    }
  }
}
