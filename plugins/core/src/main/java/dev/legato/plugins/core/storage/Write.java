package dev.legato.plugins.core.storage;

import dev.legato.plugin.Property;
import dev.legato.plugin.Task;
import dev.legato.plugin.TaskContext;
import dev.legato.plugin.TaskType;
import java.io.IOException;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** Puts a text into a file. */
@TaskType(
    value = "io.kestra.plugin.core.storage.Write",
    title = "Puts a text into a file.",
    description =
        """
        ```yaml
        id: page
        type: io.kestra.plugin.core.storage.Write
        content: "<h1>{{ inputs.title }}</h1>"
        extension: .html
        ```
        """)
public record Write(
    @Property("The text.") String content,
    @Property("Of the file, such as `.txt`.") @Nullable String extension)
    implements Task<Write.Result> {
  /** What was written. */
  public record Result(@Property("The file.") URI uri) {}

  @Override
  public Result run(TaskContext context) throws IOException {
    return new Result(context.files().store("content" + suffix(), content));
  }

  /** People write {@code .csv} and {@code csv}. */
  private String suffix() {
    if (extension == null) {
      return ".tmp";
    }
    return extension.isEmpty() || extension.startsWith(".") ? extension : "." + extension;
  }
}
