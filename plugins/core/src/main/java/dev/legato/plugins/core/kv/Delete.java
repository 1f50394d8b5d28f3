package dev.legato.plugins.core.kv;

import dev.legato.plugin.Property;
import dev.legato.plugin.Task;
import dev.legato.plugin.TaskContext;
import dev.legato.plugin.TaskFailure;
import dev.legato.plugin.TaskType;
import dev.legato.plugins.core.namespace.Namespaces;
import org.jspecify.annotations.Nullable;

/** Removes a value. */
@TaskType(
    value = "io.kestra.plugin.core.kv.Delete",
    title = "Removes a key and its value.",
    description =
        """
        ```yaml
        id: forget
        type: io.kestra.plugin.core.kv.Delete
        key: last_id
        ```
        """)
public record Delete(
    @Property("The key.") String key,
    @Property("Where it is kept; the flow's namespace when absent.") @Nullable String namespace,
    @Property(value = "Whether a missing key fails the task.", defaultValue = "false")
        boolean errorOnMissing)
    implements Task<Delete.Result> {
  /** What was done. */
  public record Result(@Property("Whether there was such a key.") boolean deleted) {}

  @Override
  public Result run(TaskContext context) throws TaskFailure {
    String from = Namespaces.orOwn(namespace, context);
    boolean deleted = context.keyValues().delete(from, key);
    if (!deleted && errorOnMissing) {
      throw new TaskFailure("The namespace '%s' has no key '%s'.".formatted(from, key));
    }
    return new Result(deleted);
  }
}
