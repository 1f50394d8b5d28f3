package dev.legato.testkit.simulation;

import static dev.legato.testkit.simulation.InvariantViolation.require;

import dev.legato.model.execution.ExecutionRecord;
import dev.legato.model.execution.ExecutionStatus;
import dev.legato.model.execution.TaskRunRecord;
import dev.legato.storage.CommitBatch.ExecutionChange;

/** What must hold for executions that are to stop somewhere. */
final class BreakpointChecks {
  private BreakpointChecks() {}

  /**
   * Checks a change that takes nothing back, before it is written.
   *
   * @param before as it is stored
   */
  static void check(DurableExecution before, ExecutionChange change) {
    ExecutionRecord after = change.execution() == null ? before.execution() : change.execution();
    boolean stays =
        before.execution().status() == ExecutionStatus.BREAKPOINT
            && after.history().equals(before.execution().history());
    for (TaskRunRecord row : change.taskRuns()) {
      TaskRunRecord known = before.find(row.sequence());
      int attempts = known == null ? 0 : known.attempts().size();
      boolean starts = row.attempts().size() > attempts;
      require(!starts || !stays, "%s starts although its execution is at a breakpoint", row);
      require(
          !starts
              || attempts > 0
              || !(isMarked(before.execution(), row) && isMarked(after, row))
              || mayStart(after, row),
          "%s starts although it is marked: %s",
          row,
          after);
    }
  }

  private static boolean isMarked(ExecutionRecord execution, TaskRunRecord row) {
    return !execution.status().isTerminal()
        && execution.breakpoints().stream()
            .anyMatch(mark -> mark.value() == null && mark.taskId().equals(row.taskId()));
  }

  /** Whether the execution has stopped since the task run is there, or has ended. */
  private static boolean mayStart(ExecutionRecord execution, TaskRunRecord row) {
    return execution.status().isTerminal()
        || execution.history().entries().stream()
            .anyMatch(
                entry ->
                    entry.status() == ExecutionStatus.BREAKPOINT
                        && !entry.at().isBefore(row.history().start()));
  }
}
