package dev.legato.server.crash;

import static java.util.Map.entry;

import dev.legato.model.execution.Attempt;
import dev.legato.model.execution.ExecutionStatus;
import dev.legato.model.execution.StatusHistory;
import dev.legato.model.execution.StoredExecution;
import dev.legato.model.execution.TaskRunRecord;
import dev.legato.model.execution.TaskRunStatus;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Histories of executions and task runs. The steps are written down here once more, so that a
 * mistake in the engine's own table is noticed.
 */
final class HistoryChecks {
  private static final Map<ExecutionStatus, Set<ExecutionStatus>> EXECUTION =
      Map.ofEntries(
          entry(ExecutionStatus.CREATED, Set.of(ExecutionStatus.RUNNING, ExecutionStatus.KILLING)),
          entry(
              ExecutionStatus.RUNNING,
              Set.of(
                  ExecutionStatus.RETRYING,
                  ExecutionStatus.KILLING,
                  ExecutionStatus.SUCCESS,
                  ExecutionStatus.FAILED)),
          entry(ExecutionStatus.RETRYING, Set.of(ExecutionStatus.RUNNING)),
          entry(ExecutionStatus.KILLING, Set.of(ExecutionStatus.KILLED)));

  private static final Map<TaskRunStatus, Set<TaskRunStatus>> TASK_RUN =
      Map.ofEntries(
          entry(TaskRunStatus.CREATED, Set.of(TaskRunStatus.RUNNING)),
          entry(
              TaskRunStatus.RUNNING,
              Set.of(
                  TaskRunStatus.RETRYING,
                  TaskRunStatus.KILLING,
                  TaskRunStatus.SUCCESS,
                  TaskRunStatus.FAILED)),
          entry(TaskRunStatus.RETRYING, Set.of(TaskRunStatus.CREATED)),
          entry(TaskRunStatus.KILLING, Set.of(TaskRunStatus.KILLED, TaskRunStatus.SUCCESS)));

  /** KILLED also when the server died; RESUBMITTED when it was stopped. */
  private static final Map<TaskRunStatus, Set<TaskRunStatus>> ATTEMPT =
      Map.of(
          TaskRunStatus.RUNNING,
          Set.of(
              TaskRunStatus.SUCCESS,
              TaskRunStatus.FAILED,
              TaskRunStatus.KILLED,
              TaskRunStatus.RESUBMITTED));

  private final List<Violation> violations;

  HistoryChecks(List<Violation> violations) {
    this.violations = violations;
  }

  void check(StoredExecution stored) {
    String id = stored.execution().id().value();
    check(id, stored.execution().history(), ExecutionStatus.CREATED, EXECUTION);
    if (stored.execution().version() < 1) {
      report(id, "its version is " + stored.execution().version());
    }
    for (TaskRunRecord run : stored.taskRuns()) {
      String subject = "%s %s".formatted(id, run.id());
      check(subject, run.history(), TaskRunStatus.CREATED, TASK_RUN);
      for (int number = 0; number < run.attempts().size(); number++) {
        Attempt attempt = run.attempts().get(number);
        check(
            "%s attempt %d".formatted(subject, number),
            attempt.history(),
            TaskRunStatus.RUNNING,
            ATTEMPT);
      }
      if (stored.execution().status().isTerminal() && !run.status().isTerminal()) {
        report(subject, "it is %s in an ended execution".formatted(run.status()));
      }
    }
  }

  private <S extends Enum<S>> void check(
      String subject, StatusHistory<S> history, S first, Map<S, Set<S>> steps) {
    List<StatusHistory.Entry<S>> entries = history.entries();
    if (entries.getFirst().status() != first) {
      report(subject, "its history begins with " + entries.getFirst());
    }
    for (int i = 1; i < entries.size(); i++) {
      var before = entries.get(i - 1);
      var after = entries.get(i);
      if (!steps.getOrDefault(before.status(), Set.of()).contains(after.status())) {
        report(subject, "from %s to %s".formatted(before.status(), after.status()));
      }
      if (after.at().isBefore(before.at())) {
        report(subject, "time went backwards: " + history);
      }
    }
  }

  private void report(String subject, String what) {
    violations.add(new Violation(Invariant.I3, subject, what));
  }
}
