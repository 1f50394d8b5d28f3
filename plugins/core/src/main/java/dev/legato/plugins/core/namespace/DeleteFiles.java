package dev.legato.plugins.core.namespace;

import dev.legato.plugin.Property;
import dev.legato.plugin.Task;
import dev.legato.plugin.TaskContext;
import dev.legato.plugin.TaskFailure;
import dev.legato.plugin.TaskType;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Removes files of a namespace. */
@TaskType(
    value = "io.kestra.plugin.core.namespace.DeleteFiles",
    title = "Removes files of a namespace, with all that they have held before.",
    description =
        """
        ```yaml
        id: clean
        type: io.kestra.plugin.core.namespace.DeleteFiles
        namespace: shop
        files: ["reports/*.csv"]
        ```
        """)
public record DeleteFiles(
    @Property("Whose files; the flow's namespace when absent.") @Nullable String namespace,
    @Property("A pattern of paths, or a list of patterns.") Object files)
    implements Task<DeleteFiles.Result> {
  /** What was removed. */
  public record Result(@Property("The paths that are gone.") List<String> files) {}

  @Override
  public Result run(TaskContext context) throws TaskFailure, IOException {
    String space = Namespaces.orOwn(namespace, context);
    List<String> deleted = new ArrayList<>();
    for (String path : context.namespaceFiles().find(space, Texts.list("files", files))) {
      if (context.namespaceFiles().delete(space, path)) {
        deleted.add(path);
      }
    }
    context.count("deleted", deleted.size(), Map.of());
    return new Result(deleted);
  }
}
