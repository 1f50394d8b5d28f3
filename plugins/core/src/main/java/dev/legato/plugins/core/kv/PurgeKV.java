package dev.legato.plugins.core.kv;

import dev.legato.plugin.Property;
import dev.legato.plugin.Task;
import dev.legato.plugin.TaskContext;
import dev.legato.plugin.TaskFailure;
import dev.legato.plugin.TaskType;
import dev.legato.plugin.keyvalue.KeyValuePurge;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Removes many values. */
@TaskType(
    value = "io.kestra.plugin.core.kv.PurgeKV",
    title = "Removes many keys, such as all that have expired.",
    description =
        """
        Works in small portions. A key has one value here and no older versions: the behaviour
        `version` has nothing to remove.

        ```yaml
        id: clean
        type: io.kestra.plugin.core.kv.PurgeKV
        namespaces: [shop]
        keyPattern: "cart_*"
        behavior:
          type: key
          expiredOnly: true
        ```
        """)
public record PurgeKV(
    @Property("Where to look; everywhere when this and `namespacePattern` are absent.")
        @Nullable List<String> namespaces,
    @Property("Where to look, with `*` for anything.") @Nullable String namespacePattern,
    @Property("Which keys, with `*` for anything; all when absent.") @Nullable String keyPattern,
    @Property("What to remove of the keys: `{type: key, expiredOnly: true}` when absent.")
        @Nullable Behavior behavior,
    @Property("Whether to keep values that still count; the old place for it.")
        @Nullable Boolean expiredOnly,
    @Property(value = "Whether to look into the namespaces below, too.", defaultValue = "true")
        boolean includeChildNamespaces)
    implements Task<PurgeKV.Result> {
  private static final String VERSION = "version";

  /** What to remove. */
  public record Behavior(
      @Property(value = "`key` for whole keys, `version` for older versions.", defaultValue = "key")
          String type,
      @Property("Whether to keep values that still count.") @Nullable Boolean expiredOnly,
      @Property("Only versions older than that.") @Nullable Instant before,
      @Property("How many versions to keep.") @Nullable Integer keepAmount) {}

  /** How much was removed. */
  public record Result(@Property("Keys that were removed.") long size) {}

  @Override
  public Result run(TaskContext context) throws TaskFailure, InterruptedException {
    if (namespaces != null && namespacePattern != null) {
      throw new TaskFailure("Give either 'namespaces' or 'namespacePattern', not both.");
    }
    if (behavior != null && isVersion(behavior.type())) {
      context.log().info("Keys have no older versions here; there is nothing to remove.");
      return new Result(0);
    }
    List<String> places =
        namespacePattern != null
            ? List.of(namespacePattern)
            : namespaces == null ? List.of() : namespaces;
    return new Result(
        context
            .keyValues()
            .purge(
                new KeyValuePurge(places, includeChildNamespaces, keyPattern, keepsWhatCounts())));
  }

  private static boolean isVersion(String type) throws TaskFailure {
    return switch (type) {
      case "key", "io.kestra.plugin.core.kv.Key" -> false;
      case VERSION, "io.kestra.plugin.core.kv.Version" -> true;
      default ->
          throw new TaskFailure(
              "The behaviour '%s' is not known; use 'key' or 'version'.".formatted(type));
    };
  }

  private boolean keepsWhatCounts() {
    if (behavior != null && behavior.expiredOnly() != null) {
      return behavior.expiredOnly();
    }
    return expiredOnly == null || expiredOnly;
  }
}
