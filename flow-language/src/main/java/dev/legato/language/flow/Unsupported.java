package dev.legato.language.flow;

import dev.legato.language.builtin.CommonProperties;
import dev.legato.language.complaint.ComplaintCode;
import dev.legato.plugin.type.PropertyDescriptor;
import java.util.List;
import java.util.Map;

/** Properties that are known, so that nobody looks for a typing mistake, but have no effect. */
final class Unsupported {
  private static final List<String> ENTERPRISE = List.of("workerGroup", "workerSelector");
  private static final List<PropertyDescriptor> TASK_CACHE =
      CommonProperties.OF_A_TASK.stream().filter(p -> p.name().equals("taskCache")).toList();

  private Unsupported() {}

  static void inTask(Fields fields, PropertyValues properties) {
    enterpriseOnly(fields);
    boolean cached =
        properties.read(fields, TASK_CACHE).get("taskCache") instanceof Map<?, ?> cache
            && Boolean.TRUE.equals(cache.get("enabled"));
    if (cached) {
      fields.warn(
          ComplaintCode.NO_EFFECT,
          "taskCache",
          "Outputs of earlier runs are not used again: the task always runs.",
          null);
    }
    if (fields.flag("logToFile", false)) {
      fields.warn(
          ComplaintCode.NO_EFFECT,
          "logToFile",
          "The log is kept like that of other tasks, not in a file.",
          null);
    }
  }

  static void enterpriseOnly(Fields fields) {
    for (String name : ENTERPRISE) {
      if (fields.node(name) != null) {
        fields.error(
            ComplaintCode.NOT_SUPPORTED,
            name,
            "Only an enterprise edition has '%s'.".formatted(name),
            "Remove it.");
      }
    }
  }
}
