package dev.legato.plugins.core.flow;

import dev.legato.plugin.Property;
import dev.legato.plugin.Task;
import dev.legato.plugin.TaskContext;
import dev.legato.plugin.TaskFailure;
import dev.legato.plugin.TaskType;
import dev.legato.plugin.flow.FlowRevisionPurge;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Removes older revisions of flows. */
@TaskType(
    value = "io.kestra.plugin.core.flow.PurgeFlows",
    title = "Removes older revisions of flows.",
    description =
        """
        The newest revision always stays, as do the newest one that is no draft and those that
        executions still run. An execution of a revision that is gone can be looked at, but not
        restarted.

        ```yaml
        id: clean
        type: io.kestra.plugin.core.flow.PurgeFlows
        namespaces: [shop]
        flowPattern: "load-*"
        behavior:
          type: version
          keepAmount: 10
        ```
        """)
public record PurgeFlows(
    @Property("Where to look; everywhere when this and `namespacePattern` are absent.")
        @Nullable List<String> namespaces,
    @Property("Where to look, with `*` for anything.") @Nullable String namespacePattern,
    @Property("Which flows, with `*` for anything; all when absent.") @Nullable String flowPattern,
    @Property("How many revisions to keep: the newest one alone when absent.")
        @Nullable Behavior behavior,
    @Property(value = "Whether to look into the namespaces below, too.", defaultValue = "true")
        boolean includeChildNamespaces)
    implements Task<PurgeFlows.Result> {
  /** Which revisions to keep. */
  public record Behavior(
      @Property(value = "`version`; there is no other.", defaultValue = "version") String type,
      @Property(
              value = "How many revisions of a flow stay, the newest one among them.",
              defaultValue = "1")
          int keepAmount) {}

  /** How much was removed. */
  public record Result(@Property("Revisions that were removed.") long size) {}

  @Override
  public Result run(TaskContext context) throws TaskFailure, InterruptedException {
    if (namespaces != null && namespacePattern != null) {
      throw new TaskFailure("Give either 'namespaces' or 'namespacePattern', not both.");
    }
    if (behavior != null && !behavior.type().equals("version")) {
      throw new TaskFailure(
          "The behaviour '%s' is not known; use 'version'.".formatted(behavior.type()));
    }
    List<String> places =
        namespacePattern != null
            ? List.of(namespacePattern)
            : namespaces == null ? List.of() : namespaces;
    int keep = behavior == null ? 1 : behavior.keepAmount();
    var purge = new FlowRevisionPurge(places, includeChildNamespaces, flowPattern, keep);
    return new Result(context.flowRevisions().purge(purge));
  }
}
