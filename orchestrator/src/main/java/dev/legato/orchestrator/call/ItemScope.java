package dev.legato.orchestrator.call;

import java.util.AbstractMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The variables of a call for one of its batches: {@code taskrun.items} and {@code
 * taskrun.iteration} beside what the call sees, which is a view and is not copied.
 */
final class ItemScope extends AbstractMap<String, @Nullable Object> {
  private static final String TASK_RUN = "taskrun";

  private final Map<String, @Nullable Object> variables;
  private final Map<String, @Nullable Object> taskRun;

  ItemScope(Map<String, @Nullable Object> variables, int iteration, String items) {
    this.variables = variables;
    this.taskRun = new LinkedHashMap<>();
    if (variables.get(TASK_RUN) instanceof Map<?, ?> outer) {
      outer.forEach((key, value) -> taskRun.put(String.valueOf(key), value));
    }
    taskRun.put("iteration", iteration);
    taskRun.put("items", items);
  }

  @Override
  public @Nullable Object get(@Nullable Object name) {
    return TASK_RUN.equals(name) ? taskRun : variables.get(name);
  }

  @Override
  public boolean containsKey(@Nullable Object name) {
    return TASK_RUN.equals(name) || variables.containsKey(name);
  }

  @Override
  public Set<Entry<String, @Nullable Object>> entrySet() {
    var all = new LinkedHashMap<>(variables);
    all.put(TASK_RUN, taskRun);
    return all.entrySet();
  }
}
