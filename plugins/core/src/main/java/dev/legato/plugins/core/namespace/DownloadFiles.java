package dev.legato.plugins.core.namespace;

import dev.legato.plugin.NewFile;
import dev.legato.plugin.Property;
import dev.legato.plugin.Task;
import dev.legato.plugin.TaskContext;
import dev.legato.plugin.TaskFailure;
import dev.legato.plugin.TaskType;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Takes files of a namespace into the execution. */
@TaskType(
    value = "io.kestra.plugin.core.namespace.DownloadFiles",
    title = "Takes copies of a namespace's files into the execution.",
    description =
        """
        ```yaml
        id: queries
        type: io.kestra.plugin.core.namespace.DownloadFiles
        namespace: shop
        files: ["queries/*.sql"]
        ```
        """)
public record DownloadFiles(
    @Property("Whose files; the flow's namespace when absent.") @Nullable String namespace,
    @Property("A pattern of paths, or a list of patterns.") Object files,
    @Property("A folder put before each path in the outputs.") @Nullable String destination)
    implements Task<DownloadFiles.Result> {
  /** What was copied. */
  public record Result(@Property("The address of each copy, by path.") Map<String, URI> files) {}

  @Override
  public Result run(TaskContext context) throws TaskFailure, IOException {
    String space = Namespaces.orOwn(namespace, context);
    Map<String, URI> copies = new TreeMap<>();
    for (String path : context.namespaceFiles().find(space, Texts.list("files", files))) {
      try (InputStream content = context.namespaceFiles().read(space, path);
          NewFile copy = context.files().create(copies.size() + "-" + name(path))) {
        content.transferTo(copy.content());
        copies.put((destination == null ? "" : destination) + path, copy.keep());
      }
    }
    context.count("downloaded", copies.size(), Map.of());
    return new Result(copies);
  }

  private static String name(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }
}
