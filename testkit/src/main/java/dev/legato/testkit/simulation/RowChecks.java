package dev.legato.testkit.simulation;

import static dev.legato.testkit.simulation.InvariantViolation.require;

import dev.legato.model.execution.Attempt;
import dev.legato.model.execution.ExecutionRecord;
import dev.legato.model.execution.ExecutionStatus;
import dev.legato.model.execution.StatusHistory;
import dev.legato.model.execution.TaskRunRecord;
import dev.legato.model.execution.TaskRunStatus;
import dev.legato.storage.CommitBatch.ExecutionChange;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What must hold between the rows of an execution and those that a commit puts in their place. */
final class RowChecks {
  private static final Map<ExecutionStatus, Set<ExecutionStatus>> EXECUTION_STEPS =
      Map.of(
          ExecutionStatus.CREATED,
          EnumSet.of(
              ExecutionStatus.RUNNING,
              ExecutionStatus.QUEUED,
              ExecutionStatus.CANCELLED,
              ExecutionStatus.FAILED,
              ExecutionStatus.KILLING),
          ExecutionStatus.QUEUED,
          EnumSet.of(ExecutionStatus.RUNNING, ExecutionStatus.CANCELLED, ExecutionStatus.KILLING),
          ExecutionStatus.PAUSED,
          EnumSet.of(ExecutionStatus.RUNNING, ExecutionStatus.KILLING),
          ExecutionStatus.RUNNING,
          EnumSet.of(
              ExecutionStatus.PAUSED,
              ExecutionStatus.RETRYING,
              ExecutionStatus.KILLING,
              ExecutionStatus.SUCCESS,
              ExecutionStatus.WARNING,
              ExecutionStatus.FAILED),
          ExecutionStatus.RETRYING,
          EnumSet.of(ExecutionStatus.RUNNING, ExecutionStatus.KILLING),
          ExecutionStatus.KILLING,
          EnumSet.of(ExecutionStatus.KILLED));

  private static final Set<TaskRunStatus> ENDS =
      EnumSet.of(
          TaskRunStatus.SUCCESS, TaskRunStatus.WARNING, TaskRunStatus.FAILED, TaskRunStatus.KILLED);

  private static final Map<TaskRunStatus, Set<TaskRunStatus>> TASK_RUN_STEPS =
      Map.of(
          TaskRunStatus.CREATED,
          EnumSet.of(
              TaskRunStatus.RUNNING,
              TaskRunStatus.SKIPPED,
              TaskRunStatus.KILLED,
              TaskRunStatus.FAILED,
              TaskRunStatus.WARNING,
              TaskRunStatus.SUCCESS),
          TaskRunStatus.RUNNING,
          with(ENDS, TaskRunStatus.RETRYING, TaskRunStatus.KILLING),
          TaskRunStatus.RETRYING,
          EnumSet.of(TaskRunStatus.CREATED, TaskRunStatus.KILLED),
          TaskRunStatus.KILLING,
          ENDS);

  private RowChecks() {}

  /**
   * Checks a change before it is written.
   *
   * @param before absent when the execution is new
   */
  static void check(@Nullable DurableExecution before, ExecutionChange change) {
    ExecutionRecord header = change.execution();
    if (before == null) {
      header = InvariantViolation.present(header, "Task runs without an execution are written");
      require(header.version() == 1, "A new execution begins at version %d", header.version());
      checkHistory(null, header.history(), EXECUTION_STEPS, header.id());
    } else if (header != null) {
      checkHeader(before.execution(), header);
    } else {
      require(
          !before.execution().status().isTerminal(),
          "Execution %s has ended and task runs change: %s",
          before.execution().id(),
          change.taskRuns());
    }
    boolean killing = before != null && before.execution().status() == ExecutionStatus.KILLING;
    for (TaskRunRecord row : change.taskRuns()) {
      checkTaskRun(before == null ? null : before.find(row.sequence()), row, killing);
    }
  }

  private static void checkHeader(ExecutionRecord before, ExecutionRecord after) {
    require(
        after.version() == before.version() + 1,
        "Execution %s goes from version %d to %d",
        after.id(),
        before.version(),
        after.version());
    require(
        !before.status().isTerminal(),
        "Execution %s changes after its end as %s",
        after.id(),
        before.status());
    require(
        before.inputs().equals(after.inputs()) && before.flow().equals(after.flow()),
        "Execution %s changes its inputs or flow",
        after.id());
    require(
        after.taskRunCount() >= before.taskRunCount(),
        "Execution %s counts %d task runs after %d",
        after.id(),
        after.taskRunCount(),
        before.taskRunCount());
    checkHistory(before.history(), after.history(), EXECUTION_STEPS, after.id());
  }

  private static void checkTaskRun(
      @Nullable TaskRunRecord before, TaskRunRecord after, boolean killing) {
    String name = after.execution() + " task run " + after.sequence();
    if (before == null) {
      require(!killing, "%s is created although its execution is being killed", name);
      checkHistory(null, after.history(), TASK_RUN_STEPS, name);
    } else {
      require(!before.status().isTerminal(), "%s changes after its end: %s", name, after);
      require(
          before.taskId().equals(after.taskId())
              && DurableExecution.parentOf(before) == DurableExecution.parentOf(after),
          "%s moves from %s to %s",
          name,
          before,
          after);
      checkHistory(before.history(), after.history(), TASK_RUN_STEPS, name);
      checkAttempts(before.attempts(), after.attempts(), killing, name);
    }
    boolean running =
        !after.attempts().isEmpty() && !after.attempts().getLast().status().isTerminal();
    require(
        !running || !after.status().isTerminal(),
        "%s has ended, its attempt runs: %s",
        name,
        after);
  }

  private static void checkAttempts(
      List<Attempt> before, List<Attempt> after, boolean killing, String name) {
    require(after.size() >= before.size(), "%s loses attempts", name);
    require(!killing || after.size() == before.size(), "%s is tried again while killed", name);
    for (int i = 0; i < after.size(); i++) {
      require(
          i == after.size() - 1 || after.get(i).status().isTerminal(),
          "%s: attempt %d runs beside a later one",
          name,
          i);
      if (i < before.size() && before.get(i).status().isTerminal()) {
        require(
            before.get(i).equals(after.get(i)), "%s: attempt %d changes after its end", name, i);
      }
    }
  }

  private static <S extends Enum<S>> void checkHistory(
      @Nullable StatusHistory<S> before,
      StatusHistory<S> after,
      Map<S, Set<S>> steps,
      Object name) {
    List<StatusHistory.Entry<S>> entries = after.entries();
    if (before != null) {
      int known = before.entries().size();
      require(
          entries.size() >= known && entries.subList(0, known).equals(before.entries()),
          "%s rewrites its history from %s to %s",
          name,
          before,
          after);
    }
    for (int i = 1; i < entries.size(); i++) {
      Instant previous = entries.get(i - 1).at();
      Set<S> allowed = steps.getOrDefault(entries.get(i - 1).status(), Set.of());
      require(allowed.contains(entries.get(i).status()), "%s has the history %s", name, after);
      require(!entries.get(i).at().isBefore(previous), "%s runs backwards: %s", name, after);
    }
  }

  private static Set<TaskRunStatus> with(Set<TaskRunStatus> some, TaskRunStatus... more) {
    var all = EnumSet.copyOf(some);
    all.addAll(List.of(more));
    return all;
  }
}
