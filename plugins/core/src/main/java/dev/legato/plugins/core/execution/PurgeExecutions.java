package dev.legato.plugins.core.execution;

import dev.legato.plugin.Property;
import dev.legato.plugin.Task;
import dev.legato.plugin.TaskContext;
import dev.legato.plugin.TaskFailure;
import dev.legato.plugin.TaskType;
import dev.legato.plugin.execution.ExecutionPurge;
import dev.legato.plugin.execution.PurgedExecutions;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Removes old executions. */
@TaskType(
    value = "io.kestra.plugin.core.execution.PurgeExecutions",
    aliases = {"io.kestra.core.tasks.storages.Purge", "io.kestra.plugin.core.storage.Purge"},
    title = "Removes executions that have ended, with their logs, metrics and files.",
    description =
        """
        Works in small portions, so that others are not held up. Executions that have not ended
        stay. Each part can be kept.

        ```yaml
        id: clean
        type: io.kestra.plugin.core.execution.PurgeExecutions
        endDate: "{{ now() | dateAdd(-1, 'MONTHS') }}"
        states: [SUCCESS, WARNING]
        ```
        """)
public record PurgeExecutions(
    @Property("Only this namespace and those below it.") @Nullable String namespace,
    @Property("Only this flow; needs `namespace`.") @Nullable String flowId,
    @Property("Only executions that started then or later.") @Nullable Instant startDate,
    @Property("Only executions that ended before; absent for now.") @Nullable Instant endDate,
    @Property("Only executions that ended in one of these states; any when absent.")
        @Nullable List<State> states,
    @Property(value = "Whether to remove the executions themselves.", defaultValue = "true")
        boolean purgeExecution,
    @Property(value = "Whether to remove their logs.", defaultValue = "true") boolean purgeLog,
    @Property(value = "Whether to remove their metrics.", defaultValue = "true")
        boolean purgeMetric,
    @Property(value = "Whether to remove their files.", defaultValue = "true") boolean purgeStorage)
    implements Task<PurgeExecutions.Result> {
  /** How much was removed. */
  public record Result(
      @Property("Executions that were removed.") long executionsCount,
      @Property("Log lines that were removed.") long logsCount,
      @Property("Files that were removed.") long storagesCount,
      @Property("Metrics that were removed.") long metricsCount) {}

  @Override
  public Result run(TaskContext context) throws TaskFailure, InterruptedException {
    if (flowId != null && namespace == null) {
      throw new TaskFailure("'flowId' needs the 'namespace' of the flow.");
    }
    PurgedExecutions purged =
        context
            .executions()
            .purge(
                new ExecutionPurge(
                    namespace,
                    flowId,
                    startDate,
                    endDate == null ? context.clock().instant() : endDate,
                    states == null ? List.of() : states.stream().map(Enum::name).toList(),
                    new ExecutionPurge.Parts(purgeExecution, purgeLog, purgeMetric, purgeStorage)));
    return new Result(purged.executions(), purged.logs(), purged.files(), purged.metrics());
  }
}
