package dev.legato.plugins.core.kv;

import dev.legato.plugin.Property;
import dev.legato.plugin.Task;
import dev.legato.plugin.TaskContext;
import dev.legato.plugin.TaskFailure;
import dev.legato.plugin.TaskType;
import dev.legato.plugin.keyvalue.KeyValue;
import dev.legato.plugins.core.namespace.Namespaces;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads a value. */
@TaskType(
    value = "io.kestra.plugin.core.kv.Get",
    title = "Reads the value of a key.",
    description =
        """
        ```yaml
        id: last
        type: io.kestra.plugin.core.kv.Get
        key: last_id
        ```

        Later tasks read it as `{{ outputs.last.value }}`. Without `namespace`, a key that the
        flow's namespace does not have is looked for in the namespaces above.
        """)
public record Get(
    @Property("The key.") String key,
    @Property("Where it is kept; the flow's namespace and those above when absent.")
        @Nullable String namespace,
    @Property(value = "Whether a missing key fails the task.", defaultValue = "false")
        boolean errorOnMissing)
    implements Task<Get.Result> {
  /** What was read. */
  public record Result(
      @Property(value = "The value; null for a missing key.", always = true)
          @Nullable Object value) {}

  @Override
  public Result run(TaskContext context) throws TaskFailure {
    String from = Namespaces.orOwn(namespace, context);
    boolean isOwn = namespace == null || namespace.isEmpty();
    Optional<KeyValue> found =
        isOwn ? context.keyValues().inherited(from, key) : context.keyValues().find(from, key);
    if (found.isEmpty() && errorOnMissing) {
      throw new TaskFailure(
          "The namespace '%s' has no key '%s'%s, or it has expired."
              .formatted(from, key, isOwn ? ", nor has one above it" : ""));
    }
    return new Result(found.map(KeyValue::value).orElse(null));
  }
}
