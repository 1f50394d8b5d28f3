package dev.legato.rest.metric;

import dev.legato.model.log.MetricEntry;
import dev.legato.rest.http.Scope;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;

/**
 * A figure that a task reported.
 *
 * @param type counter, timer or gauge
 * @param value a count, or seconds for timers
 */
public record MetricView(
    String tenantId,
    String namespace,
    String flowId,
    String taskId,
    String executionId,
    String taskRunId,
    String type,
    String name,
    double value,
    Instant timestamp,
    Map<String, String> tags) {
  static MetricView of(MetricEntry entry) {
    return new MetricView(
        Scope.MAIN_TENANT,
        entry.flow().namespace(),
        entry.flow().id(),
        entry.taskId(),
        entry.execution().value(),
        entry.taskRunId(),
        entry.kind().name().toLowerCase(Locale.ROOT),
        entry.name(),
        entry.value(),
        entry.timestamp(),
        entry.tags());
  }
}
