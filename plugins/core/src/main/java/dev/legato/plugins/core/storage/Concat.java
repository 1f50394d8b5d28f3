package dev.legato.plugins.core.storage;

import dev.legato.plugin.NewFile;
import dev.legato.plugin.Property;
import dev.legato.plugin.Task;
import dev.legato.plugin.TaskContext;
import dev.legato.plugin.TaskFailure;
import dev.legato.plugin.TaskType;
import dev.legato.plugins.core.value.Json;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Joins files. */
@TaskType(
    value = "io.kestra.plugin.core.storage.Concat",
    aliases = "io.kestra.core.tasks.storages.Concat",
    title = "Joins files into one.",
    description =
        """
        ```yaml
        id: whole
        type: io.kestra.plugin.core.storage.Concat
        files:
          - "{{ outputs.january.uri }}"
          - "{{ outputs.february.uri }}"
        extension: .csv
        ```
        """)
public record Concat(
    @Property("The files in order: a list of addresses, or a text that holds a JSON array.")
        Object files,
    @Property("Written after each file, also the last one.") @Nullable String separator,
    @Property(value = "Of the new file.", defaultValue = ".tmp") String extension)
    implements Task<Concat.Result> {
  /** What was written. */
  public record Result(@Property("The new file.") URI uri) {}

  @Override
  public Result run(TaskContext context) throws TaskFailure, IOException {
    List<URI> sources = sources();
    byte[] between = (separator == null ? "" : separator).getBytes(StandardCharsets.UTF_8);
    try (NewFile whole = context.files().create("concat" + extension)) {
      for (URI source : sources) {
        try (InputStream in = context.files().read(source)) {
          in.transferTo(whole.content());
        }
        whole.content().write(between);
      }
      return new Result(whole.keep());
    }
  }

  private List<URI> sources() throws TaskFailure {
    Object list = files instanceof String text ? Json.parse(text, "The text in 'files'") : files;
    if (!(list instanceof List<?> elements)) {
      throw new TaskFailure(
          "'files' must be a list of addresses, or a text that holds a JSON array.");
    }
    List<URI> sources = new ArrayList<>();
    for (Object element : elements) {
      try {
        sources.add(URI.create(String.valueOf(element).strip()));
      } catch (IllegalArgumentException e) {
        throw new TaskFailure("'files' holds '%s', which is no address.".formatted(element), e);
      }
    }
    return sources;
  }
}
