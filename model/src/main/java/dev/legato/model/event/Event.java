package dev.legato.model.event;

import dev.legato.model.command.Command.CreateExecution;
import dev.legato.model.execution.AttemptResult;
import dev.legato.model.execution.Breakpoint;
import dev.legato.model.execution.ExecutionStatus;
import dev.legato.model.execution.StoredExecution;
import dev.legato.model.execution.TaskRunStatus;
import dev.legato.model.flow.Label;
import dev.legato.model.plan.StepPosition.Section;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Something that happened in an execution. Task runs are named by their sequence. */
public sealed interface Event {
  Instant at();

  /** Concerns the execution as a whole. */
  sealed interface ExecutionEvent extends Event {}

  /** Concerns one task run. */
  sealed interface TaskRunEvent extends Event {
    int taskRun();
  }

  /** The execution exists. */
  record ExecutionCreated(CreateExecution request, Instant at) implements ExecutionEvent {}

  /** The first task runs are about to be created, or work goes on after a wait for a retry. */
  record ExecutionStarted(Instant at) implements ExecutionEvent {}

  /**
   * Somebody wants the execution to stop.
   *
   * @param cascade whether executions that it started are to be stopped, too
   */
  record ExecutionKillRequested(boolean cascade, Instant at) implements ExecutionEvent {}

  /** A task that somebody has marked is next; nothing new starts. */
  record BreakpointReached(int taskRun, Instant at) implements ExecutionEvent {}

  /** The complete breakpoints of the execution. */
  record BreakpointsChanged(List<Breakpoint> breakpoints, Instant at) implements ExecutionEvent {}

  /** There is no place for the execution now; it waits for one. */
  record ExecutionQueued(Instant at) implements ExecutionEvent {}

  /** The execution waits for somebody, or for a pause to be over. */
  record ExecutionPaused(Instant at) implements ExecutionEvent {}

  /** The execution goes on after a pause. */
  record ExecutionResumed(Instant at) implements ExecutionEvent {}

  /**
   * It is settled how the execution ends, or what it runs after its end; nothing new starts.
   *
   * @param verdict a terminal status
   */
  record ExecutionCondemned(ExecutionStatus verdict, Instant at) implements ExecutionEvent {}

  /** The execution that tries again in place of this one exists, or is no longer wanted. */
  record SuccessorConfirmed(Instant at) implements ExecutionEvent {}

  /**
   * What the execution runs after its end is to stop.
   *
   * @param cascade whether executions that it started are to be stopped, too
   */
  record LastTasksKillRequested(boolean cascade, Instant at) implements ExecutionEvent {}

  /**
   * The execution goes on at an earlier point, or begins with task runs of another one. From now on
   * it is what the rows say.
   *
   * @param rows complete
   * @param changed sequences of task runs that are new or not what they were
   * @param removed sequences of task runs that are gone
   */
  record ExecutionRewound(
      StoredExecution rows, Set<Integer> changed, List<Integer> removed, Instant at)
      implements ExecutionEvent {}

  /** The complete labels of the execution. */
  record ExecutionRelabelled(List<Label> labels, Instant at) implements ExecutionEvent {}

  /** The complete variables of the execution, which from now on replace those of its flow. */
  record VariablesChanged(Map<String, @Nullable Object> variables, Instant at)
      implements ExecutionEvent {}

  /** An ended execution is taken to have ended otherwise. */
  record ExecutionStatusChanged(ExecutionStatus status, Instant at) implements ExecutionEvent {}

  /** Nothing will happen any more by itself. */
  record ExecutionOver(Instant at) implements ExecutionEvent {}

  /** Nothing can go on before a retry is due. */
  record ExecutionWaitsForRetry(Instant at) implements ExecutionEvent {}

  /**
   * The end.
   *
   * @param status a terminal one
   * @param outputs of the flow
   * @param over false when the flow runs something after the end
   */
  record ExecutionEnded(
      ExecutionStatus status, Map<String, @Nullable Object> outputs, boolean over, Instant at)
      implements ExecutionEvent {}

  /**
   * A task run exists.
   *
   * @param parent the group's task run; absent at the top
   * @param section the list of the parent that the step stands in
   * @param iteration place of the value in the parent's loop
   */
  record TaskRunCreated(
      int taskRun,
      String stepId,
      @Nullable Integer parent,
      Section section,
      @Nullable Integer iteration,
      @Nullable String value,
      Instant at)
      implements TaskRunEvent {}

  /**
   * A group opened.
   *
   * @param branch which of its branches runs; −1 when none does
   * @param items values of a loop, as JSON values
   * @param outputs readable while it runs, such as the result of a condition
   */
  record GroupStarted(
      int taskRun,
      int branch,
      @Nullable List<?> items,
      Map<String, @Nullable Object> outputs,
      Instant at)
      implements TaskRunEvent {}

  /** A group turned to another of its lists of steps, such as the one for errors. */
  record SectionEntered(@Nullable Integer taskRun, Section section, Instant at)
      implements ExecutionEvent {}

  /**
   * A group begins its next round; the task runs of the one before are gone.
   *
   * @param round counts from 1
   */
  record RoundStarted(int taskRun, int round, Instant at) implements TaskRunEvent {}

  /** The task run waits for somebody, or for a time. */
  record TaskRunPaused(int taskRun, Instant at) implements TaskRunEvent {}

  /**
   * The pause of the task run is over.
   *
   * @param outputs what came of it
   */
  record TaskRunResumed(int taskRun, Map<String, @Nullable Object> outputs, Instant at)
      implements TaskRunEvent {}

  /** The complete outputs of a group or of a running attempt, as far as they are known. */
  record OutputsChanged(int taskRun, Map<String, @Nullable Object> outputs, Instant at)
      implements TaskRunEvent {}

  /** A worker may run the task; attempts count from 0. */
  record AttemptStarted(int taskRun, int attempt, Instant at) implements TaskRunEvent {}

  /** A worker reported, or the attempt was lost. */
  record AttemptEnded(int taskRun, int attempt, AttemptResult result, Instant at)
      implements TaskRunEvent {}

  /** The task run failed and will be tried again. */
  record RetryPlanned(int taskRun, Instant due, Instant at) implements TaskRunEvent {}

  /** The retry is due. */
  record RetryStarted(int taskRun, Instant at) implements TaskRunEvent {}

  /** The task run is asked to stop. */
  record TaskRunKillRequested(int taskRun, Instant at) implements TaskRunEvent {}

  /**
   * The task run reached its final status.
   *
   * @param status a terminal one
   */
  record TaskRunEnded(int taskRun, TaskRunStatus status, Instant at) implements TaskRunEvent {}
}
