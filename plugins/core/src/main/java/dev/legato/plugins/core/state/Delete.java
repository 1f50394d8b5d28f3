package dev.legato.plugins.core.state;

import dev.legato.plugin.Property;
import dev.legato.plugin.Task;
import dev.legato.plugin.TaskContext;
import dev.legato.plugin.TaskFailure;
import dev.legato.plugin.TaskType;

/** Removes a state. */
@TaskType(
    value = "io.kestra.plugin.core.state.Delete",
    aliases = "io.kestra.core.tasks.states.Delete",
    title = "Removes the state of a flow.",
    replacedBy = "io.kestra.plugin.core.kv.Delete",
    description =
        """
        ```yaml
        id: forget
        type: io.kestra.plugin.core.state.Delete
        name: downloads
        ```
        """)
public record Delete(
    @Property(value = "Whether a missing state fails the task.", defaultValue = "false")
        boolean errorOnMissing,
    @Property(value = "Name of the state.", defaultValue = "default") String name,
    @Property(value = "Whether all flows of the namespace share it.", defaultValue = "false")
        boolean namespace,
    @Property(value = "Whether each value of a loop has its own.", defaultValue = "true")
        boolean taskrunValue)
    implements Task<Delete.Result> {
  /** What was done. */
  public record Result(@Property("Whether there was such a state.") boolean deleted) {}

  @Override
  public Result run(TaskContext context) throws TaskFailure {
    StateKey place = new StateKey(name, namespace, taskrunValue);
    boolean deleted =
        context.keyValues().delete(context.attempt().namespace(), place.of(context.attempt()));
    if (!deleted && errorOnMissing) {
      throw place.missing(context.attempt());
    }
    return new Result(deleted);
  }
}
