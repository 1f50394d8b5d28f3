package dev.legato.language.flow;

import dev.legato.language.builtin.CommonProperties;
import dev.legato.language.complaint.ComplaintCode;
import dev.legato.language.input.Durations;
import dev.legato.model.plan.Step.TaskCache;
import dev.legato.plugin.type.PropertyDescriptor;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads whether a task uses outputs of earlier runs. */
final class TaskCaches {
  private static final String NAME = "taskCache";
  private static final List<PropertyDescriptor> PROPERTY =
      CommonProperties.OF_A_TASK.stream().filter(it -> it.name().equals(NAME)).toList();

  private TaskCaches() {}

  /** Null when the task always runs. */
  static @Nullable TaskCache read(Fields task, PropertyValues properties) {
    if (!(properties.read(task, PROPERTY).get(NAME) instanceof Map<?, ?> cache)
        || !Boolean.TRUE.equals(cache.get("enabled"))) {
      return null;
    }
    Object ttl = cache.get("ttl");
    return new TaskCache(ttl == null ? null : Durations.parse(ttl.toString()).orElse(null));
  }

  /** Tells that a task of this kind is never looked up. */
  static void warnIfUsed(Fields task, PropertyValues properties) {
    if (read(task, properties) != null) {
      task.warn(
          ComplaintCode.NO_EFFECT,
          NAME,
          "Only outputs of tasks that a worker runs are used again; this task steers others.",
          "Give 'taskCache' to the tasks in it.");
    }
  }
}
