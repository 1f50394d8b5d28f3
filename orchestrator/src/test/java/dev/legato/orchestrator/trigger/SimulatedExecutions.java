package dev.legato.orchestrator.trigger;

import dev.legato.model.command.Command.CreateExecution;
import dev.legato.model.execution.ExecutionRecord;
import dev.legato.model.execution.ExecutionStatus;
import dev.legato.model.execution.StatusHistory;
import dev.legato.model.flow.Label;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Rows of executions that only begin and end. */
final class SimulatedExecutions {
  private SimulatedExecutions() {}

  static ExecutionRecord begun(CreateExecution command, Instant at) {
    return row(command, StatusHistory.of(ExecutionStatus.CREATED, at), false);
  }

  static ExecutionRecord over(ExecutionRecord begun, ExecutionStatus status, Instant at) {
    var command =
        new CreateExecution(
            begun.id(),
            begun.flow(),
            begun.revision(),
            begun.inputs(),
            begun.labels(),
            begun.origin(),
            begun.scheduleDate(),
            null,
            null,
            null);
    return row(command, begun.history().with(status, at), true);
  }

  private static ExecutionRecord row(
      CreateExecution command, StatusHistory<ExecutionStatus> history, boolean over) {
    return new ExecutionRecord(
        command.execution(),
        command.flow(),
        command.revision(),
        1,
        history,
        command.inputs(),
        Map.of(),
        command.labels(),
        command.origin(),
        command.execution(),
        null,
        1,
        command.scheduleDate(),
        0,
        null,
        null,
        null,
        over);
  }

  /** The number of the backfill that has asked for an execution with these labels; 0 for none. */
  static int backfill(List<Label> labels) {
    return labels.stream()
        .filter(label -> label.key().equals("backfill"))
        .mapToInt(label -> Integer.parseInt(label.value()))
        .findFirst()
        .orElse(0);
  }
}
