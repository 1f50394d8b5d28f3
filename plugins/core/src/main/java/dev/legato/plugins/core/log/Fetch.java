package dev.legato.plugins.core.log;

import dev.legato.plugin.NewFile;
import dev.legato.plugin.Property;
import dev.legato.plugin.Task;
import dev.legato.plugin.TaskContext;
import dev.legato.plugin.TaskFailure;
import dev.legato.plugin.TaskLog.Level;
import dev.legato.plugin.TaskType;
import dev.legato.plugin.log.LogLine;
import dev.legato.plugin.log.LogQuery;
import dev.legato.plugins.core.execution.ChosenExecution;
import dev.legato.plugins.core.value.Json;
import java.io.IOException;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Puts log lines into a file. */
@TaskType(
    value = "io.kestra.plugin.core.log.Fetch",
    aliases = "io.kestra.core.tasks.log.Fetch",
    title = "Puts the log of an execution into a file.",
    description =
        """
        Each line of the file is a record with `timestamp`, `level`, `message`, `taskId` and more.

        ```yaml
        id: errors
        type: io.kestra.plugin.core.log.Fetch
        level: ERROR
        ```
        """)
public record Fetch(
    @Property("Namespace of the execution's flow; with `flowId` and `executionId` only.")
        @Nullable String namespace,
    @Property("The execution's flow; this flow when absent.") @Nullable String flowId,
    @Property("Which execution; this one when absent.") @Nullable String executionId,
    @Property("Only lines of these tasks.") @Nullable List<String> tasksId,
    @Property(value = "Only lines at least this important.", defaultValue = "INFO") Level level)
    implements Task<Fetch.Result> {
  /** What was written. */
  public record Result(
      @Property("The file, one record a line.") URI uri,
      @Property("How many lines there are.") long size) {}

  @Override
  public Result run(TaskContext context) throws TaskFailure, IOException {
    String id = new ChosenExecution(namespace, flowId, executionId).id(context);
    LogQuery query = new LogQuery(id, tasksId == null ? List.of() : tasksId, level.name());
    AtomicLong size = new AtomicLong();
    try (NewFile file = context.files().create("logs.ion")) {
      context
          .logs()
          .read(
              query,
              line -> {
                Json.writeLine(record(line), file.content());
                size.incrementAndGet();
              });
      return new Result(file.keep(), size.get());
    }
  }

  private static Map<String, @Nullable Object> record(LogLine line) {
    Map<String, @Nullable Object> record = new LinkedHashMap<>();
    record.put("namespace", line.namespace());
    record.put("flowId", line.flowId());
    record.put("taskId", line.taskId());
    record.put("executionId", line.executionId());
    record.put("taskRunId", line.taskRunId());
    record.put("attemptNumber", line.attempt());
    record.put("timestamp", line.timestamp().toString());
    record.put("level", line.level());
    record.put("thread", line.source());
    record.put("message", line.message());
    return record;
  }
}
