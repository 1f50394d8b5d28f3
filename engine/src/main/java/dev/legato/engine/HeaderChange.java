package dev.legato.engine;

import dev.legato.model.command.Command.CreateExecution;
import dev.legato.model.execution.ExecutionRecord;
import dev.legato.model.execution.ExecutionStatus;
import dev.legato.model.execution.StatusHistory;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The few ways in which the record of an execution changes. */
final class HeaderChange {
  private HeaderChange() {}

  static ExecutionRecord created(CreateExecution request, StatusHistory<ExecutionStatus> history) {
    return new ExecutionRecord(
        request.execution(),
        request.flow(),
        request.revision(),
        0,
        history,
        request.inputs(),
        null,
        request.labels(),
        request.origin(),
        request.execution(),
        null,
        1,
        request.scheduleDate(),
        0,
        null,
        request.caller(),
        null,
        false);
  }

  static ExecutionRecord withHistory(ExecutionRecord old, StatusHistory<ExecutionStatus> history) {
    return copy(old, old.version(), history, old.outputs(), old.taskRunCount());
  }

  static ExecutionRecord withOutputs(ExecutionRecord old, Map<String, @Nullable Object> outputs) {
    return copy(old, old.version(), old.history(), outputs, old.taskRunCount());
  }

  static ExecutionRecord nextVersion(ExecutionRecord old, int taskRunCount) {
    return copy(old, old.version() + 1, old.history(), old.outputs(), taskRunCount);
  }

  private static ExecutionRecord copy(
      ExecutionRecord old,
      long version,
      StatusHistory<ExecutionStatus> history,
      @Nullable Map<String, @Nullable Object> outputs,
      int taskRunCount) {
    return new ExecutionRecord(
        old.id(),
        old.flow(),
        old.revision(),
        version,
        history,
        old.inputs(),
        outputs,
        old.labels(),
        old.origin(),
        old.originalId(),
        old.parentId(),
        old.attemptNumber(),
        old.scheduleDate(),
        taskRunCount,
        old.variables(),
        old.caller(),
        old.verdict(),
        history.current().isTerminal());
  }
}
