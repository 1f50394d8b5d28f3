package dev.legato.plugins.core.state;

import dev.legato.plugin.Property;
import dev.legato.plugin.Task;
import dev.legato.plugin.TaskContext;
import dev.legato.plugin.TaskFailure;
import dev.legato.plugin.TaskType;
import dev.legato.plugin.keyvalue.KeyValueType;
import dev.legato.plugin.keyvalue.NewKeyValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Merges data into a state. */
@TaskType(
    value = "io.kestra.plugin.core.state.Set",
    aliases = "io.kestra.core.tasks.states.Set",
    title = "Merges data into the state of a flow, which outlives the execution.",
    replacedBy = "io.kestra.plugin.core.kv.Set",
    description =
        """
        Maps are merged, lists appended, anything else replaced; null leaves things as they are.

        ```yaml
        id: remember
        type: io.kestra.plugin.core.state.Set
        data:
          "{{ inputs.store }}": "{{ outputs.download.checksum }}"
        ```
        """)
public record Set(
    @Property("What to merge.") @Nullable Map<String, @Nullable Object> data,
    @Property(value = "Name of the state.", defaultValue = "default") String name,
    @Property(value = "Whether all flows of the namespace share it.", defaultValue = "false")
        boolean namespace,
    @Property(value = "Whether each value of a loop has its own.", defaultValue = "true")
        boolean taskrunValue)
    implements Task<Set.Result> {
  /** What is kept now. */
  public record Result(
      @Property("How many entries the state has.") int count,
      @Property("The key under which it is kept.") String key) {}

  @Override
  public Result run(TaskContext context) throws TaskFailure {
    StateKey place = new StateKey(name, namespace, taskrunValue);
    Map<String, @Nullable Object> before = place.read(context).orElse(Map.of());
    Map<String, @Nullable Object> merged = merged(before, data == null ? Map.of() : data);
    String key = place.of(context.attempt());
    context
        .keyValues()
        .set(
            context.attempt().namespace(),
            key,
            new NewKeyValue(merged, KeyValueType.JSON, null, true));
    return new Result(merged.size(), key);
  }

  private static Map<String, @Nullable Object> merged(Map<?, ?> before, Map<?, ?> added) {
    Map<String, @Nullable Object> merged = new LinkedHashMap<>();
    before.forEach((key, value) -> merged.put(String.valueOf(key), value));
    added.forEach(
        (key, value) -> {
          if (value != null) {
            String name = String.valueOf(key);
            merged.put(name, merged(merged.get(name), value));
          }
        });
    return merged;
  }

  private static Object merged(@Nullable Object before, Object added) {
    if (before instanceof Map<?, ?> left && added instanceof Map<?, ?> right) {
      return merged(left, right);
    }
    if (before instanceof List<?> left && added instanceof List<?> right) {
      List<@Nullable Object> both = new ArrayList<>(left);
      both.addAll(right);
      return both;
    }
    return added;
  }
}
