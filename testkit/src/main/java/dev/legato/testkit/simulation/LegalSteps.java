package dev.legato.testkit.simulation;

import static dev.legato.testkit.simulation.InvariantViolation.require;

import dev.legato.model.execution.ExecutionStatus;
import dev.legato.model.execution.StatusHistory;
import dev.legato.model.execution.TaskRunStatus;
import java.time.Instant;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which status may follow which, written down a second time: not taken from the engine. */
final class LegalSteps {
  private static final Set<ExecutionStatus> EXECUTION_ENDS =
      EnumSet.of(
          ExecutionStatus.SUCCESS,
          ExecutionStatus.WARNING,
          ExecutionStatus.FAILED,
          ExecutionStatus.KILLED,
          ExecutionStatus.CANCELLED);

  private static final Set<TaskRunStatus> TASK_RUN_ENDS =
      EnumSet.of(
          TaskRunStatus.SUCCESS,
          TaskRunStatus.WARNING,
          TaskRunStatus.FAILED,
          TaskRunStatus.KILLED,
          TaskRunStatus.CANCELLED,
          TaskRunStatus.SKIPPED);

  private static final Map<ExecutionStatus, Set<ExecutionStatus>> EXECUTION = executions();
  private static final Map<TaskRunStatus, Set<TaskRunStatus>> TASK_RUN = taskRuns();

  private LegalSteps() {}

  private static Map<ExecutionStatus, Set<ExecutionStatus>> executions() {
    var steps = new EnumMap<ExecutionStatus, Set<ExecutionStatus>>(ExecutionStatus.class);
    steps.put(
        ExecutionStatus.CREATED,
        EnumSet.of(
            ExecutionStatus.RUNNING,
            ExecutionStatus.QUEUED,
            ExecutionStatus.CANCELLED,
            ExecutionStatus.FAILED,
            ExecutionStatus.KILLING,
            ExecutionStatus.RESTARTED));
    steps.put(
        ExecutionStatus.QUEUED,
        with(EXECUTION_ENDS, ExecutionStatus.RUNNING, ExecutionStatus.KILLING));
    steps.put(
        ExecutionStatus.RUNNING,
        with(
            EXECUTION_ENDS,
            ExecutionStatus.PAUSED,
            ExecutionStatus.RETRYING,
            ExecutionStatus.BREAKPOINT,
            ExecutionStatus.KILLING,
            ExecutionStatus.RETRIED));
    steps.put(
        ExecutionStatus.BREAKPOINT, EnumSet.of(ExecutionStatus.RUNNING, ExecutionStatus.KILLING));
    steps.put(
        ExecutionStatus.PAUSED,
        EnumSet.of(ExecutionStatus.RUNNING, ExecutionStatus.RESTARTED, ExecutionStatus.KILLING));
    steps.put(
        ExecutionStatus.RETRYING, EnumSet.of(ExecutionStatus.RUNNING, ExecutionStatus.KILLING));
    steps.put(
        ExecutionStatus.RESTARTED, EnumSet.of(ExecutionStatus.RUNNING, ExecutionStatus.QUEUED));
    steps.put(
        ExecutionStatus.KILLING,
        EnumSet.of(ExecutionStatus.KILLED, ExecutionStatus.FAILED, ExecutionStatus.CANCELLED));
    addRestarts(steps);
    return steps;
  }

  private static void addRestarts(Map<ExecutionStatus, Set<ExecutionStatus>> steps) {
    for (ExecutionStatus end : ExecutionStatus.values()) {
      if (end.isTerminal()) {
        steps.put(end, EnumSet.of(ExecutionStatus.RESTARTED));
      }
    }
  }

  private static Map<TaskRunStatus, Set<TaskRunStatus>> taskRuns() {
    var steps = new EnumMap<TaskRunStatus, Set<TaskRunStatus>>(TaskRunStatus.class);
    steps.put(TaskRunStatus.CREATED, with(TASK_RUN_ENDS, TaskRunStatus.RUNNING));
    steps.put(TaskRunStatus.RESTARTED, with(TASK_RUN_ENDS, TaskRunStatus.RUNNING));
    var running =
        with(
            TASK_RUN_ENDS,
            TaskRunStatus.PAUSED,
            TaskRunStatus.RETRYING,
            TaskRunStatus.RETRIED,
            TaskRunStatus.KILLING);
    running.remove(TaskRunStatus.SKIPPED);
    steps.put(TaskRunStatus.RUNNING, running);
    steps.put(TaskRunStatus.PAUSED, EnumSet.of(TaskRunStatus.RUNNING, TaskRunStatus.KILLING));
    steps.put(
        TaskRunStatus.RETRYING,
        EnumSet.of(TaskRunStatus.CREATED, TaskRunStatus.KILLED, TaskRunStatus.CANCELLED));
    var killing = EnumSet.copyOf(TASK_RUN_ENDS);
    killing.remove(TaskRunStatus.SKIPPED);
    steps.put(TaskRunStatus.KILLING, killing);
    return steps;
  }

  /**
   * Checks what a history gained.
   *
   * @param before absent when all of it is new
   * @param corrected whether somebody has taken an end for another one
   */
  static void checkExecution(
      @Nullable StatusHistory<ExecutionStatus> before,
      StatusHistory<ExecutionStatus> after,
      boolean corrected,
      Object name) {
    int known = checkBeginning(before, after, name);
    List<StatusHistory.Entry<ExecutionStatus>> entries = after.entries();
    for (int i = Math.max(1, known); i < entries.size(); i++) {
      ExecutionStatus from = entries.get(i - 1).status();
      ExecutionStatus to = entries.get(i).status();
      boolean byHand = corrected && from.isTerminal() && EXECUTION_ENDS.contains(to);
      require(
          byHand || EXECUTION.getOrDefault(from, Set.of()).contains(to),
          "%s has the history %s",
          name,
          after);
    }
  }

  /**
   * Checks what a history gained.
   *
   * @param before absent when all of it is new
   * @param rewound whether the execution has gone back in the meantime
   */
  static void checkTaskRun(
      @Nullable StatusHistory<TaskRunStatus> before,
      StatusHistory<TaskRunStatus> after,
      boolean rewound,
      Object name) {
    int known = checkBeginning(before, after, name);
    List<StatusHistory.Entry<TaskRunStatus>> entries = after.entries();
    for (int i = Math.max(1, known); i < entries.size(); i++) {
      TaskRunStatus from = entries.get(i - 1).status();
      TaskRunStatus to = entries.get(i).status();
      boolean back =
          rewound
              && (to == TaskRunStatus.RESTARTED
                  || to == TaskRunStatus.RUNNING
                  || TASK_RUN_ENDS.contains(to));
      require(
          back || TASK_RUN.getOrDefault(from, Set.of()).contains(to),
          "%s has the history %s",
          name,
          after);
    }
  }

  private static <S extends Enum<S>> int checkBeginning(
      @Nullable StatusHistory<S> before, StatusHistory<S> after, Object name) {
    List<StatusHistory.Entry<S>> entries = after.entries();
    int known = before == null ? 0 : before.entries().size();
    require(
        before == null
            || (entries.size() >= known && entries.subList(0, known).equals(before.entries())),
        "%s rewrites its history from %s to %s",
        name,
        before,
        after);
    for (int i = Math.max(1, known); i < entries.size(); i++) {
      Instant previous = entries.get(i - 1).at();
      require(!entries.get(i).at().isBefore(previous), "%s runs backwards: %s", name, after);
    }
    return known;
  }

  private static Set<ExecutionStatus> with(Set<ExecutionStatus> some, ExecutionStatus... more) {
    var all = EnumSet.copyOf(some);
    all.addAll(List.of(more));
    return all;
  }

  private static Set<TaskRunStatus> with(Set<TaskRunStatus> some, TaskRunStatus... more) {
    var all = EnumSet.copyOf(some);
    all.addAll(List.of(more));
    return all;
  }
}
