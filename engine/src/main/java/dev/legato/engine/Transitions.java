package dev.legato.engine;

import static dev.legato.model.execution.TaskRunStatus.CREATED;
import static dev.legato.model.execution.TaskRunStatus.FAILED;
import static dev.legato.model.execution.TaskRunStatus.KILLED;
import static dev.legato.model.execution.TaskRunStatus.KILLING;
import static dev.legato.model.execution.TaskRunStatus.RETRYING;
import static dev.legato.model.execution.TaskRunStatus.RUNNING;
import static dev.legato.model.execution.TaskRunStatus.SKIPPED;
import static dev.legato.model.execution.TaskRunStatus.SUCCESS;
import static dev.legato.model.execution.TaskRunStatus.WARNING;

import dev.legato.model.execution.ExecutionId;
import dev.legato.model.execution.ExecutionStatus;
import dev.legato.model.execution.StatusHistory;
import dev.legato.model.execution.TaskRunStatus;
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
  static final List<Transition<ExecutionStatus>> EXECUTION =
      List.of(
          new Transition<>(ExecutionStatus.CREATED, ExecutionStatus.RUNNING, "starts"),
          new Transition<>(ExecutionStatus.CREATED, ExecutionStatus.KILLING, "kill requested"),
          new Transition<>(
              ExecutionStatus.RUNNING,
              ExecutionStatus.RETRYING,
              "only retries are left to wait for"),
          new Transition<>(ExecutionStatus.RUNNING, ExecutionStatus.KILLING, "kill requested"),
          new Transition<>(ExecutionStatus.RUNNING, ExecutionStatus.SUCCESS, "all tasks are done"),
          new Transition<>(ExecutionStatus.RUNNING, ExecutionStatus.WARNING, "a task warned"),
          new Transition<>(
              ExecutionStatus.RUNNING, ExecutionStatus.FAILED, "a task or an output failed"),
          new Transition<>(
              ExecutionStatus.RUNNING, ExecutionStatus.KILLED, "a task was killed from outside"),
          new Transition<>(ExecutionStatus.RETRYING, ExecutionStatus.RUNNING, "a retry is due"),
          new Transition<>(ExecutionStatus.RETRYING, ExecutionStatus.KILLING, "kill requested"),
          new Transition<>(
              ExecutionStatus.KILLING, ExecutionStatus.KILLED, "every attempt has ended"));

  static final List<Transition<TaskRunStatus>> TASK_RUN =
      List.of(
          new Transition<>(CREATED, RUNNING, "attempt starts, or group opens"),
          new Transition<>(CREATED, SKIPPED, "runIf is false"),
          new Transition<>(CREATED, FAILED, "cannot begin"),
          new Transition<>(CREATED, WARNING, "cannot begin, allowFailure"),
          new Transition<>(CREATED, SUCCESS, "cannot begin, allowFailure and allowWarning"),
          new Transition<>(RUNNING, RETRYING, "failed, a retry is planned"),
          new Transition<>(RUNNING, KILLING, "kill requested"),
          new Transition<>(RUNNING, SUCCESS, "done"),
          new Transition<>(RUNNING, WARNING, "done with a warning"),
          new Transition<>(RUNNING, FAILED, "failed for good"),
          new Transition<>(RUNNING, KILLED, "killed from outside"),
          new Transition<>(RETRYING, CREATED, "the retry is due"),
          new Transition<>(RETRYING, KILLED, "kill requested"),
          new Transition<>(KILLING, KILLED, "stopped"),
          new Transition<>(KILLING, SUCCESS, "was done before the kill reached it"),
          new Transition<>(KILLING, WARNING, "had warned before the kill reached it"),
          new Transition<>(KILLING, FAILED, "had failed before the kill reached it"));

  private static final Map<ExecutionStatus, Set<ExecutionStatus>> EXECUTION_STEPS =
      index(EXECUTION, ExecutionStatus.class);
  private static final Map<TaskRunStatus, Set<TaskRunStatus>> TASK_RUN_STEPS =
      index(TASK_RUN, TaskRunStatus.class);

  private Transitions() {}

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
