package dev.legato.plugins.core.state;

import dev.legato.plugin.Property;
import dev.legato.plugin.Task;
import dev.legato.plugin.TaskContext;
import dev.legato.plugin.TaskFailure;
import dev.legato.plugin.TaskType;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads a state. */
@TaskType(
    value = "io.kestra.plugin.core.state.Get",
    aliases = "io.kestra.core.tasks.states.Get",
    title = "Reads the state of a flow.",
    replacedBy = "io.kestra.plugin.core.kv.Get",
    description =
        """
        ```yaml
        id: known
        type: io.kestra.plugin.core.state.Get
        name: downloads
        ```

        Later tasks read it as `{{ outputs.known.data }}`.
        """)
public record Get(
    @Property(value = "Whether a missing state fails the task.", defaultValue = "false")
        boolean errorOnMissing,
    @Property(value = "Name of the state.", defaultValue = "default") String name,
    @Property(value = "Whether all flows of the namespace share it.", defaultValue = "false")
        boolean namespace,
    @Property(value = "Whether each value of a loop has its own.", defaultValue = "true")
        boolean taskrunValue)
    implements Task<Get.Result> {
  /** What was read. */
  public record Result(
      @Property("How many entries the state has.") int count,
      @Property("The state; empty when there is none.") Map<String, @Nullable Object> data) {}

  @Override
  public Result run(TaskContext context) throws TaskFailure {
    StateKey place = new StateKey(name, namespace, taskrunValue);
    Optional<Map<String, @Nullable Object>> found = place.read(context);
    if (found.isEmpty() && errorOnMissing) {
      throw place.missing(context.attempt());
    }
    Map<String, @Nullable Object> data = found.orElse(Map.of());
    return new Result(data.size(), data);
  }
}
