package dev.legato.testkit.simulation;

import dev.legato.model.execution.ExecutionRecord;
import dev.legato.model.execution.ExecutionStatus;
import dev.legato.model.execution.StatusHistory;
import java.util.List;

/** What the history of an execution says of the time since it last went back. */
final class Epochs {
  private Epochs() {}

  /** What happened since the execution was last restarted after an end. */
  static List<StatusHistory.Entry<ExecutionStatus>> current(ExecutionRecord execution) {
    List<StatusHistory.Entry<ExecutionStatus>> entries = execution.history().entries();
    int begin = 0;
    for (int i = 1; i < entries.size(); i++) {
      if (entries.get(i - 1).status().isTerminal()
          && entries.get(i).status() == ExecutionStatus.RESTARTED) {
        begin = i;
      }
    }
    return entries.subList(begin, entries.size());
  }

  /** Whether somebody wanted it to stop. */
  static boolean wasKilled(ExecutionRecord execution) {
    return has(execution, ExecutionStatus.KILLING);
  }

  /** Whether a new execution was to take its place. */
  static boolean wasGivenUp(ExecutionRecord execution) {
    return has(execution, ExecutionStatus.RETRIED);
  }

  /** Whether somebody has since taken its end for another one, so that nothing takes its place. */
  static boolean wasGivenUpInVain(ExecutionRecord execution) {
    return wasGivenUp(execution) && execution.status() != ExecutionStatus.RETRIED;
  }

  /** Whether it has run something. */
  static boolean hasStarted(ExecutionRecord execution) {
    return has(execution, ExecutionStatus.RUNNING);
  }

  private static boolean has(ExecutionRecord execution, ExecutionStatus status) {
    return current(execution).stream().anyMatch(entry -> entry.status() == status);
  }

  /** Whether it went back to an earlier point at some time, or is a copy of one that did. */
  static boolean wentBack(ExecutionRecord execution) {
    return execution.attemptNumber() > 1;
  }

  /** Whether it began with task runs of another execution. */
  static boolean isCopy(ExecutionRecord execution) {
    List<StatusHistory.Entry<ExecutionStatus>> entries = execution.history().entries();
    return entries.size() > 1
        && entries.get(0).status() == ExecutionStatus.CREATED
        && entries.get(1).status() == ExecutionStatus.RESTARTED;
  }
}
