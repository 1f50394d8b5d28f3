package dev.legato.engine;

import static dev.legato.model.execution.TaskRunStatus.CANCELLED;
import static dev.legato.model.execution.TaskRunStatus.CREATED;
import static dev.legato.model.execution.TaskRunStatus.FAILED;
import static dev.legato.model.execution.TaskRunStatus.KILLED;
import static dev.legato.model.execution.TaskRunStatus.KILLING;
import static dev.legato.model.execution.TaskRunStatus.PAUSED;
import static dev.legato.model.execution.TaskRunStatus.RESTARTED;
import static dev.legato.model.execution.TaskRunStatus.RETRIED;
import static dev.legato.model.execution.TaskRunStatus.RETRYING;
import static dev.legato.model.execution.TaskRunStatus.RUNNING;
import static dev.legato.model.execution.TaskRunStatus.SKIPPED;
import static dev.legato.model.execution.TaskRunStatus.SUCCESS;
import static dev.legato.model.execution.TaskRunStatus.WARNING;

import dev.legato.model.execution.ExecutionId;
import dev.legato.model.execution.ExecutionStatus;
import dev.legato.model.execution.StatusHistory;
import dev.legato.model.execution.TaskRunStatus;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Every step that the status of an execution or of a task run may take. Anything else is a mistake
 * of ours and stops the decision. The diagram in {@code docs/execution-states.md} shows the same.
 */
final class Transitions {
  /** What people may take an ended execution to have ended as. */
  static final List<ExecutionStatus> OPERATOR_ENDS =
      List.of(
          ExecutionStatus.SUCCESS,
          ExecutionStatus.WARNING,
          ExecutionStatus.FAILED,
          ExecutionStatus.KILLED,
          ExecutionStatus.CANCELLED);

  static final List<Transition<ExecutionStatus>> EXECUTION = execution();
  static final List<Transition<TaskRunStatus>> TASK_RUN = taskRun();

  private static final Map<ExecutionStatus, Set<ExecutionStatus>> EXECUTION_STEPS =
      index(EXECUTION, ExecutionStatus.class);
  private static final Map<TaskRunStatus, Set<TaskRunStatus>> TASK_RUN_STEPS =
      index(TASK_RUN, TaskRunStatus.class);

  private Transitions() {}

  private static List<Transition<ExecutionStatus>> execution() {
    var table = new ArrayList<Transition<ExecutionStatus>>();
    addBeginning(table);
    table.add(
        of(ExecutionStatus.RUNNING, ExecutionStatus.RETRYING, "only retries are left to wait for"));
    table.add(of(ExecutionStatus.RUNNING, ExecutionStatus.PAUSED, "a task pauses, or somebody"));
    table.add(of(ExecutionStatus.RUNNING, ExecutionStatus.KILLING, "kill requested"));
    table.add(of(ExecutionStatus.RUNNING, ExecutionStatus.SUCCESS, "all tasks are done"));
    table.add(of(ExecutionStatus.RUNNING, ExecutionStatus.WARNING, "a task warned"));
    table.add(of(ExecutionStatus.RUNNING, ExecutionStatus.FAILED, "a task or an output failed"));
    table.add(
        of(ExecutionStatus.RUNNING, ExecutionStatus.KILLED, "a task was killed from outside"));
    table.add(of(ExecutionStatus.RUNNING, ExecutionStatus.CANCELLED, "a task cancels it"));
    table.add(of(ExecutionStatus.RUNNING, ExecutionStatus.RETRIED, "a new execution tries again"));
    table.add(of(ExecutionStatus.PAUSED, ExecutionStatus.RESTARTED, "a paused task goes on"));
    table.add(of(ExecutionStatus.PAUSED, ExecutionStatus.RUNNING, "resumed as a whole"));
    table.add(of(ExecutionStatus.PAUSED, ExecutionStatus.KILLING, "kill requested"));
    table.add(of(ExecutionStatus.RUNNING, ExecutionStatus.BREAKPOINT, "a marked task is next"));
    table.add(of(ExecutionStatus.BREAKPOINT, ExecutionStatus.RUNNING, "resumed"));
    table.add(of(ExecutionStatus.BREAKPOINT, ExecutionStatus.KILLING, "kill requested"));
    table.add(of(ExecutionStatus.RETRYING, ExecutionStatus.RUNNING, "a retry is due"));
    table.add(of(ExecutionStatus.RETRYING, ExecutionStatus.KILLING, "kill requested"));
    table.add(of(ExecutionStatus.RESTARTED, ExecutionStatus.RUNNING, "goes on"));
    table.add(of(ExecutionStatus.RESTARTED, ExecutionStatus.QUEUED, "no place is free"));
    table.add(of(ExecutionStatus.KILLING, ExecutionStatus.KILLED, "every attempt has ended"));
    table.add(of(ExecutionStatus.KILLING, ExecutionStatus.FAILED, "it broke an SLA"));
    table.add(of(ExecutionStatus.KILLING, ExecutionStatus.CANCELLED, "it broke an SLA"));
    for (ExecutionStatus end : OPERATOR_ENDS) {
      table.add(of(end, ExecutionStatus.RESTARTED, "restarted"));
    }
    table.add(of(ExecutionStatus.RETRIED, ExecutionStatus.RESTARTED, "restarted"));
    table.add(of(ExecutionStatus.CREATED, ExecutionStatus.RESTARTED, "replays another one"));
    return List.copyOf(table);
  }

  private static void addBeginning(List<Transition<ExecutionStatus>> table) {
    table.add(of(ExecutionStatus.CREATED, ExecutionStatus.RUNNING, "starts"));
    table.add(of(ExecutionStatus.CREATED, ExecutionStatus.QUEUED, "no place is free"));
    table.add(of(ExecutionStatus.CREATED, ExecutionStatus.CANCELLED, "no place is free"));
    table.add(of(ExecutionStatus.CREATED, ExecutionStatus.FAILED, "no place, or a check fails"));
    table.add(of(ExecutionStatus.CREATED, ExecutionStatus.KILLING, "kill requested"));
    table.add(of(ExecutionStatus.QUEUED, ExecutionStatus.RUNNING, "a place is free, or forced"));
    table.add(of(ExecutionStatus.QUEUED, ExecutionStatus.KILLING, "kill requested"));
    for (ExecutionStatus end : OPERATOR_ENDS) {
      table.add(of(ExecutionStatus.QUEUED, end, "taken out of the queue"));
    }
  }

  private static List<Transition<TaskRunStatus>> taskRun() {
    var table = new ArrayList<Transition<TaskRunStatus>>();
    for (TaskRunStatus beginning : List.of(CREATED, RESTARTED)) {
      table.add(of(beginning, RUNNING, "attempt starts, or group opens"));
      table.add(of(beginning, SKIPPED, "runIf is false"));
      table.add(of(beginning, FAILED, "cannot begin"));
      table.add(of(beginning, WARNING, "cannot begin, allowFailure"));
      table.add(of(beginning, SUCCESS, "cannot begin, allowFailure and allowWarning"));
      table.add(of(beginning, KILLED, "kill requested before it began"));
      table.add(of(beginning, CANCELLED, "the execution ends before it began"));
    }
    table.add(of(RUNNING, PAUSED, "a pause begins"));
    table.add(of(RUNNING, RETRYING, "failed, a retry is planned"));
    table.add(of(RUNNING, KILLING, "kill requested"));
    table.add(of(RUNNING, SUCCESS, "done"));
    table.add(of(RUNNING, WARNING, "done with a warning"));
    table.add(of(RUNNING, FAILED, "failed for good"));
    table.add(of(RUNNING, KILLED, "killed from outside"));
    table.add(of(RUNNING, CANCELLED, "the execution is cancelled"));
    table.add(of(RUNNING, RETRIED, "a new execution tries again"));
    table.add(of(PAUSED, RUNNING, "resumed"));
    table.add(of(PAUSED, KILLING, "kill requested"));
    table.add(of(RETRYING, CREATED, "the retry is due"));
    table.add(of(RETRYING, KILLED, "kill requested"));
    table.add(of(RETRYING, CANCELLED, "the execution ends before the retry"));
    table.add(of(KILLING, KILLED, "stopped"));
    table.add(of(KILLING, SUCCESS, "was done before the kill reached it"));
    table.add(of(KILLING, WARNING, "had warned before the kill reached it"));
    table.add(of(KILLING, FAILED, "had failed before the kill reached it"));
    table.add(of(KILLING, CANCELLED, "the execution is cancelled"));
    return List.copyOf(table);
  }

  private static <S extends Enum<S>> Transition<S> of(S from, S to, String meaning) {
    return new Transition<>(from, to, meaning);
  }

  /**
   * @throws IllegalStateException when the execution may not enter the status now
   */
  static void requireExecution(
      StatusHistory<ExecutionStatus> history, ExecutionStatus next, ExecutionId id) {
    Set<ExecutionStatus> allowed = EXECUTION_STEPS.get(history.current());
    if (allowed == null || !allowed.contains(next)) {
      throw illegal("execution " + id, history, next);
    }
  }

  /**
   * @throws IllegalStateException when the task run may not enter the status now
   */
  static void requireTaskRun(
      StatusHistory<TaskRunStatus> history, TaskRunStatus next, TaskRun run) {
    Set<TaskRunStatus> allowed = TASK_RUN_STEPS.get(history.current());
    if (allowed == null || !allowed.contains(next)) {
      throw illegal("task run %d ('%s')".formatted(run.sequence, run.step().id()), history, next);
    }
  }

  private static IllegalStateException illegal(
      String subject, StatusHistory<?> history, Enum<?> next) {
    String path =
        history.entries().stream()
            .map(entry -> entry.status().name())
            .collect(Collectors.joining(" → "));
    return new IllegalStateException(
        "Expected a legal step of %s after %s, but got %s".formatted(subject, path, next));
  }

  private static <S extends Enum<S>> Map<S, Set<S>> index(
      List<Transition<S>> table, Class<S> type) {
    var steps = new EnumMap<S, Set<S>>(type);
    for (Transition<S> transition : table) {
      steps.computeIfAbsent(transition.from(), _ -> EnumSet.noneOf(type)).add(transition.to());
    }
    return steps;
  }

  /**
   * A legal step.
   *
   * @param meaning why it is taken, in a few words for people
   */
  record Transition<S extends Enum<S>>(S from, S to, String meaning) {}
}
