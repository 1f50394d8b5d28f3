package dev.legato.plugins.core.namespace;

import dev.legato.plugin.Property;
import dev.legato.plugin.Task;
import dev.legato.plugin.TaskContext;
import dev.legato.plugin.TaskFailure;
import dev.legato.plugin.TaskType;
import dev.legato.plugin.file.NamespaceFilePurge;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Removes what namespace files have held before. */
@TaskType(
    value = "io.kestra.plugin.core.namespace.PurgeFiles",
    title = "Removes older revisions of namespace files.",
    description =
        """
        The present content of a file always stays.

        ```yaml
        id: clean
        type: io.kestra.plugin.core.namespace.PurgeFiles
        namespaces: [shop]
        filePattern: "*.sql"
        behavior:
          type: version
          keepAmount: 5
        ```
        """)
public record PurgeFiles(
    @Property("Where to look; everywhere when this and `namespacePattern` are absent.")
        @Nullable List<String> namespaces,
    @Property("Where to look, with `*` for anything.") @Nullable String namespacePattern,
    @Property("Which files, with `*` for anything but a slash; all when absent.")
        @Nullable String filePattern,
    @Property("Which revisions to keep: the present one alone when absent.")
        @Nullable Behavior behavior,
    @Property(value = "Whether to look into the namespaces below, too.", defaultValue = "true")
        boolean includeChildNamespaces)
    implements Task<PurgeFiles.Result> {
  /** Which revisions to remove. */
  public record Behavior(
      @Property(value = "`version`; there is no other.", defaultValue = "version") String type,
      @Property("Only revisions that were replaced before.") @Nullable Instant before,
      @Property("How many revisions of a file stay, the present one among them.")
          @Nullable Integer keepAmount) {}

  /** How much was removed. */
  public record Result(@Property("Revisions that were removed.") long size) {}

  @Override
  public Result run(TaskContext context) throws TaskFailure, IOException, InterruptedException {
    if (namespaces != null && namespacePattern != null) {
      throw new TaskFailure("Give either 'namespaces' or 'namespacePattern', not both.");
    }
    if (behavior != null && !isVersion(behavior.type())) {
      throw new TaskFailure(
          "The behaviour '%s' is not known; use 'version'.".formatted(behavior.type()));
    }
    List<String> places =
        namespacePattern != null
            ? List.of(namespacePattern)
            : namespaces == null ? List.of() : namespaces;
    Integer keep = behavior == null ? null : behavior.keepAmount();
    long size =
        context
            .namespaceFiles()
            .purge(
                new NamespaceFilePurge(
                    places,
                    includeChildNamespaces,
                    filePattern,
                    behavior == null ? null : behavior.before(),
                    keep == null ? 1 : keep));
    return new Result(size);
  }

  private static boolean isVersion(String type) {
    return type.equals("version") || type.equals("io.kestra.plugin.core.namespace.Version");
  }
}
