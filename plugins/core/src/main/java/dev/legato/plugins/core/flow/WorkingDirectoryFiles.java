package dev.legato.plugins.core.flow;

import dev.legato.plugin.NoOutput;
import dev.legato.plugin.Property;
import dev.legato.plugin.Task;
import dev.legato.plugin.TaskContext;
import dev.legato.plugin.TaskFailure;
import dev.legato.plugin.TaskType;
import dev.legato.plugin.file.NamespaceFileChoice;
import dev.legato.plugin.folder.InputFiles;
import dev.legato.plugins.core.value.Json;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The first hidden task of WorkingDirectory. */
@TaskType(
    value = "io.kestra.plugin.core.flow.WorkingDirectory$WorkingDirectoryFiles",
    title = "Puts files into the directory of a WorkingDirectory; not to be written in flows.",
    description =
        """
        `WorkingDirectory` makes it when it has files to begin with; it shows in executions.

        ```yaml
        id: together_files
        type: io.kestra.plugin.core.flow.WorkingDirectory$WorkingDirectoryFiles
        inputFiles:
          rows.csv: "{{ inputs.rows }}"
        ```
        """)
public record WorkingDirectoryFiles(
    @Property("Files of the namespace.") @Nullable NamespaceFileChoice namespaceFiles,
    @Property("Files by name, or as a list of URIs.") @Nullable Object inputFiles,
    @Property("Files that the execution before has left.") @Nullable DirectoryCache cache)
    implements Task<NoOutput> {
  @Override
  public NoOutput run(TaskContext context) throws TaskFailure, IOException {
    if (cache != null) {
      cache.restore(context, context.workingDirectory());
    }
    if (namespaceFiles != null) {
      context.namespaceFiles().copy(namespaceFiles, context.workingDirectory());
    }
    Object given =
        inputFiles instanceof String text ? Json.parse(text, "'inputFiles'") : inputFiles;
    if (given != null) {
      new InputFiles(context, context.workingDirectory()).putAll(asTexts(given));
    }
    return new NoOutput();
  }

  private static Object asTexts(Object given) {
    if (!(given instanceof Map<?, ?> files)) {
      return given;
    }
    Map<String, @Nullable Object> texts = new LinkedHashMap<>();
    files.forEach(
        (name, content) ->
            texts.put(
                String.valueOf(name),
                content instanceof Map<?, ?> || content instanceof Iterable<?>
                    ? Json.write(content)
                    : content));
    return texts;
  }
}
