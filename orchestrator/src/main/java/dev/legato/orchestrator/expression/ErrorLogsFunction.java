package dev.legato.orchestrator.expression;

import dev.legato.language.expression.function.ExternalFunctions;
import dev.legato.language.expression.runtime.Call;
import dev.legato.language.expression.runtime.ExpressionFunction;
import dev.legato.model.flow.LogLevel;
import dev.legato.model.log.LogEntry;
import dev.legato.storage.Filter;
import dev.legato.storage.Filter.Operator;
import dev.legato.storage.LogField;
import dev.legato.storage.LogStore;
import dev.legato.storage.PageRequest;
import dev.legato.storage.PageRequest.Sort;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * {@code errorLogs()}: the last lines of level ERROR, oldest first. What earlier tasks wrote is
 * there already: their lines are durable before the commit that let this task start.
 */
final class ErrorLogsFunction {
  private static final int MOST = 25;

  private final LogStore logs;

  ErrorLogsFunction(LogStore logs) {
    this.logs = logs;
  }

  ExpressionFunction function() {
    return OutsideFunction.of(ExternalFunctions.ERROR_LOGS, this::errors);
  }

  private List<Map<String, @Nullable Object>> errors(Call call) {
    String execution =
        Surroundings.of(call)
            .execution()
            .orElseThrow(() -> call.fail("works inside an execution only"))
            .value();
    var newestFirst = new PageRequest<>(1, MOST, List.of(new Sort<>(LogField.TIMESTAMP, true)));
    return logs
        .search(
            List.of(
                Filter.of(LogField.EXECUTION_ID, Operator.EQUALS, execution),
                Filter.of(LogField.LEVEL, Operator.EQUALS, LogLevel.ERROR.name())),
            newestFirst)
        .results()
        .reversed()
        .stream()
        .map(ErrorLogsFunction::describe)
        .toList();
  }

  private static Map<String, @Nullable Object> describe(LogEntry entry) {
    var described = new LinkedHashMap<String, @Nullable Object>();
    described.put("timestamp", entry.timestamp().toString());
    described.put("level", entry.level().name());
    described.put("taskId", entry.taskId());
    described.put("taskRunId", entry.taskRunId());
    described.put("attemptNumber", entry.attempt());
    described.put("message", entry.message());
    return described;
  }
}
