package dev.legato.engine;

import dev.legato.model.command.Command.CreateExecution;
import dev.legato.model.execution.ExecutionDraft;
import dev.legato.model.execution.ExecutionStatus;
import dev.legato.model.execution.Lineage;
import dev.legato.model.execution.StatusHistory;
import dev.legato.model.plan.Plan;
import java.time.Instant;

/** How the record of an execution begins. */
final class FirstRecord {
  private FirstRecord() {}

  static ExecutionDraft of(CreateExecution request, Plan plan, Instant at) {
    Lineage lineage = request.lineage();
    return ExecutionDraft.of(
            request.execution(),
            request.flow(),
            request.revision(),
            StatusHistory.of(ExecutionStatus.CREATED, at))
        .inputs(request.inputs())
        .labels(request.labels())
        .origin(request.origin())
        .lineage(lineage == null ? new Lineage(request.execution(), null, 1, null) : lineage)
        .scheduleDate(request.scheduleDate())
        .caller(request.caller())
        .breakpoints(request.breakpoints())
        .kind(request.kind())
        .templates(plan.templates());
  }
}
