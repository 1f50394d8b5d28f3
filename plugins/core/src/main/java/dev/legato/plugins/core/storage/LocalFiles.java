package dev.legato.plugins.core.storage;

import dev.legato.plugin.NewFile;
import dev.legato.plugin.Property;
import dev.legato.plugin.Task;
import dev.legato.plugin.TaskContext;
import dev.legato.plugin.TaskFailure;
import dev.legato.plugin.TaskFiles;
import dev.legato.plugin.TaskType;
import dev.legato.plugins.core.value.Json;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Moves files in and out of a working directory. */
@TaskType(
    value = "io.kestra.plugin.core.storage.LocalFiles",
    aliases = "io.kestra.core.tasks.storages.LocalFiles",
    title = "Puts files into the working directory, and stores files of it.",
    description =
        """
        `inputFiles` and `outputFiles` of WorkingDirectory do the same for all of its tasks.

        ```yaml
        id: local
        type: io.kestra.plugin.core.storage.LocalFiles
        inputs:
          data/rows.csv: "{{ outputs.load.uri }}"
          note.txt: some text
        outputs:
          - "*.txt"
        ```
        """)
public record LocalFiles(
    @Property(
            "Files by their path: an address in the internal storage, or the content. Also as"
                + " JSON.")
        @Nullable Object inputs,
    @Property("Patterns of the paths of files to store, such as `out/*.csv`.")
        @Nullable List<String> outputs)
    implements Task<LocalFiles.Result> {
  /** What was stored. */
  public record Result(@Property("Addresses by the path of the file.") Map<String, URI> uris) {}

  @Override
  public Result run(TaskContext context) throws TaskFailure, IOException {
    Path folder = context.workingDirectory();
    for (Map.Entry<?, ?> input : given().entrySet()) {
      Path file = inside(folder, String.valueOf(input.getKey()));
      Files.createDirectories(file.getParent());
      put(context, String.valueOf(input.getValue()), file);
    }
    Map<String, URI> stored = new LinkedHashMap<>();
    for (Path file : outputs == null ? List.<Path>of() : matching(folder, outputs)) {
      String path = folder.relativize(file).toString();
      try (NewFile copy = context.files().create(path.replace('/', '-'))) {
        Files.copy(file, copy.content());
        stored.put(path, copy.keep());
      }
    }
    return new Result(stored);
  }

  private Map<?, ?> given() throws TaskFailure {
    if (inputs == null) {
      return Map.of();
    }
    Object map = inputs instanceof String text ? Json.parse(text, "The text in 'inputs'") : inputs;
    if (map instanceof Map<?, ?> files) {
      return files;
    }
    throw new TaskFailure("'inputs' must be a map from paths to addresses or contents.");
  }

  private static Path inside(Path folder, String path) throws TaskFailure {
    try {
      Path file = folder.resolve(path).normalize();
      if (file.startsWith(folder) && !file.equals(folder)) {
        return file;
      }
    } catch (InvalidPathException _) {
      // said below
    }
    throw new TaskFailure("'%s' is no path inside the working directory.".formatted(path));
  }

  private static void put(TaskContext context, String content, Path file)
      throws TaskFailure, IOException {
    if (!TaskFiles.isAddress(content)) {
      Files.writeString(file, content);
      return;
    }
    try (InputStream in = context.files().read(URI.create(content.strip()))) {
      Files.copy(in, file);
    } catch (IllegalArgumentException e) {
      throw new TaskFailure("'%s' is no address.".formatted(content), e);
    }
  }

  private static List<Path> matching(Path folder, List<String> patterns) throws IOException {
    List<PathMatcher> matchers =
        patterns.stream().map(p -> folder.getFileSystem().getPathMatcher("glob:" + p)).toList();
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
          .filter(file -> matchers.stream().anyMatch(m -> m.matches(folder.relativize(file))))
          .sorted()
          .toList();
    }
  }
}
