package dev.legato.plugins.core.kv;

import dev.legato.plugin.Property;
import dev.legato.plugin.Task;
import dev.legato.plugin.TaskContext;
import dev.legato.plugin.TaskFailure;
import dev.legato.plugin.TaskType;
import dev.legato.plugins.core.namespace.Namespaces;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lists keys. */
@TaskType(
    value = "io.kestra.plugin.core.kv.GetKeys",
    title = "Lists the keys of a namespace.",
    description =
        """
        ```yaml
        id: carts
        type: io.kestra.plugin.core.kv.GetKeys
        prefix: cart_
        ```

        Later tasks read them as `{{ outputs.carts.keys }}`.
        """)
public record GetKeys(
    @Property("Only keys that begin with it.") @Nullable String prefix,
    @Property("Where they are kept; the flow's namespace when absent.") @Nullable String namespace)
    implements Task<GetKeys.Result> {
  /** What was found. */
  public record Result(@Property("The keys, sorted.") List<String> keys) {}

  @Override
  public Result run(TaskContext context) throws TaskFailure {
    return new Result(
        context
            .keyValues()
            .keys(Namespaces.orOwn(namespace, context), prefix == null ? "" : prefix));
  }
}
