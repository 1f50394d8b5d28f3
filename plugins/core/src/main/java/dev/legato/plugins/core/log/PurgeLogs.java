package dev.legato.plugins.core.log;

import dev.legato.plugin.Property;
import dev.legato.plugin.Task;
import dev.legato.plugin.TaskContext;
import dev.legato.plugin.TaskFailure;
import dev.legato.plugin.TaskLog.Level;
import dev.legato.plugin.TaskType;
import dev.legato.plugin.log.LogPurge;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Removes old log lines. */
@TaskType(
    value = "io.kestra.plugin.core.log.PurgeLogs",
    title = "Removes old log lines and keeps the executions.",
    description =
        """
        Works in small portions, so that others are not held up.

        ```yaml
        id: quiet
        type: io.kestra.plugin.core.log.PurgeLogs
        logLevels: [TRACE, DEBUG]
        endDate: "{{ now() | dateAdd(-7, 'DAYS') }}"
        ```
        """)
public record PurgeLogs(
    @Property("Only this namespace and those below it.") @Nullable String namespace,
    @Property("Only this flow; needs `namespace`.") @Nullable String flowId,
    @Property("Only lines of these levels; of any when absent.") @Nullable List<Level> logLevels,
    @Property("Only lines written then or later.") @Nullable Instant startDate,
    @Property("Only lines written before.") Instant endDate)
    implements Task<PurgeLogs.Result> {
  /** How much was removed. */
  public record Result(@Property("Lines that were removed.") long count) {}

  @Override
  public Result run(TaskContext context) throws TaskFailure, InterruptedException {
    if (flowId != null && namespace == null) {
      throw new TaskFailure("'flowId' needs the 'namespace' of the flow.");
    }
    List<String> levels =
        logLevels == null ? List.of() : logLevels.stream().map(Enum::name).toList();
    return new Result(
        context.logs().purge(new LogPurge(namespace, flowId, levels, startDate, endDate)));
  }
}
