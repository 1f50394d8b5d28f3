package dev.legato.rest.execution;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import dev.legato.model.flow.Flow;
import dev.legato.rest.http.Scope;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A flow as those see it who may run it but not read it: what it asks for and what its tasks are
 * called, without what they do.
 *
 * @param parts its tasks and triggers, under the names that the author gave to the lists
 */
public record LightFlowView(
    String tenantId,
    String id,
    String namespace,
    int revision,
    @Nullable String description,
    boolean disabled,
    boolean deleted,
    @Nullable Object inputs,
    @JsonAnyGetter Map<String, Object> parts) {
  private static final List<String> LISTS =
      List.of("tasks", "errors", "finally", "afterExecution", "listeners", "triggers");

  /** Members of a task that tell what it is and what it holds. */
  private static final Set<String> MEMBERS =
      Set.of("id", "type", "version", "inputs", "flowId", "namespace");

  private static final Set<String> HOLDERS =
      Set.of("tasks", "task", "errors", "finally", "then", "else", "cases", "defaults");

  static LightFlowView of(Flow flow) {
    var parts = new LinkedHashMap<String, Object>();
    for (String name : LISTS) {
      if (flow.document().get(name) instanceof List<?> list) {
        parts.put(name, list.stream().flatMap(element -> light(element).stream()).toList());
      }
    }
    return new LightFlowView(
        Scope.MAIN_TENANT,
        flow.id().id(),
        flow.id().namespace(),
        flow.revision(),
        flow.description(),
        flow.disabled(),
        false,
        flow.document().get("inputs"),
        parts);
  }

  private static List<Object> light(@Nullable Object value) {
    return switch (value) {
      case List<?> list ->
          List.of(list.stream().flatMap(element -> light(element).stream()).toList());
      case Map<?, ?> map when map.containsKey("type") -> List.of(task(map));
      case Map<?, ?> map -> List.of(held(map, Stream.of(map.keySet().toArray()).toList()));
      case null, default -> List.of();
    };
  }

  private static Map<String, Object> task(Map<?, ?> task) {
    var light = new LinkedHashMap<String, Object>();
    task.forEach(
        (name, value) -> {
          if (value != null && MEMBERS.contains(String.valueOf(name))) {
            light.put(String.valueOf(name), value);
          }
        });
    light.putAll(held(task, List.copyOf(HOLDERS)));
    return light;
  }

  private static Map<String, Object> held(Map<?, ?> holder, List<?> names) {
    var held = new LinkedHashMap<String, Object>();
    for (Object name : names) {
      light(holder.get(name)).forEach(value -> held.put(String.valueOf(name), value));
    }
    return held;
  }
}
