package dev.legato.plugins.core.kv;

import dev.legato.plugin.NoOutput;
import dev.legato.plugin.Property;
import dev.legato.plugin.Task;
import dev.legato.plugin.TaskContext;
import dev.legato.plugin.TaskFailure;
import dev.legato.plugin.TaskType;
import dev.legato.plugin.keyvalue.KeyValueType;
import dev.legato.plugin.keyvalue.NewKeyValue;
import dev.legato.plugins.core.namespace.Namespaces;
import dev.legato.plugins.core.value.Json;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Sets a value. */
@TaskType(
    value = "io.kestra.plugin.core.kv.Set",
    aliases = "io.kestra.plugin.core.kv.Put",
    title = "Gives a key a value that outlives the execution.",
    description =
        """
        A value that is exactly one expression keeps its type: `{{ 1 }}` is a number, a map stays a
        map.

        ```yaml
        id: remember
        type: io.kestra.plugin.core.kv.Set
        key: last_id
        value: "{{ outputs.load.lastId }}"
        ttl: P7D
        ```

        Expressions read it as `{{ kv('last_id') }}`.
        """)
public record Set(
    @Property("Letters, digits, `.`, `_` and `-`, beginning with a letter or digit.") String key,
    @Property(value = "The value; texts in it are templates.", rendered = false) Object value,
    @Property("Where to keep it; the flow's namespace when absent.") @Nullable String namespace,
    @Property(value = "Whether to replace a value that is there.", defaultValue = "true")
        boolean overwrite,
    @Property("How long it counts; for ever when absent.") @Nullable Duration ttl,
    @Property("What to make of a text; it stays one when absent.") @Nullable KeyValueType kvType)
    implements Task<NoOutput> {
  @Override
  public NoOutput run(TaskContext context) throws TaskFailure {
    Object evaluated = evaluated(value, context);
    if (kvType == KeyValueType.JSON && evaluated instanceof String text) {
      evaluated = Json.parse(text, "The value of the key '" + key + "'");
    }
    if (evaluated == null) {
      throw new TaskFailure(
          "The value of the key '%s' is null, which cannot be kept; use kv.Delete to remove a key."
              .formatted(key));
    }
    context
        .keyValues()
        .set(
            Namespaces.orOwn(namespace, context),
            key,
            new NewKeyValue(evaluated, kvType, ttl, overwrite));
    return NoOutput.NONE;
  }

  private static @Nullable Object evaluated(@Nullable Object written, TaskContext context)
      throws TaskFailure {
    return switch (written) {
      case String template -> context.evaluate(template, Map.of());
      case Map<?, ?> map -> evaluatedMap(map, context);
      case List<?> list -> evaluatedList(list, context);
      case null, default -> written;
    };
  }

  private static Map<String, @Nullable Object> evaluatedMap(Map<?, ?> map, TaskContext context)
      throws TaskFailure {
    Map<String, @Nullable Object> evaluated = new LinkedHashMap<>();
    for (Map.Entry<?, ?> entry : map.entrySet()) {
      String name = context.render(String.valueOf(entry.getKey()), Map.of());
      evaluated.put(name, evaluated(entry.getValue(), context));
    }
    return evaluated;
  }

  private static List<@Nullable Object> evaluatedList(List<?> list, TaskContext context)
      throws TaskFailure {
    List<@Nullable Object> evaluated = new ArrayList<>();
    for (Object element : list) {
      evaluated.add(evaluated(element, context));
    }
    return evaluated;
  }
}
