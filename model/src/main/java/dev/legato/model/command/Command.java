package dev.legato.model.command;

import dev.legato.model.execution.AttemptResult;
import dev.legato.model.execution.Breakpoint;
import dev.legato.model.execution.Caller;
import dev.legato.model.execution.ExecutionId;
import dev.legato.model.execution.ExecutionKind;
import dev.legato.model.execution.ExecutionOrigin;
import dev.legato.model.execution.ExecutionStatus;
import dev.legato.model.execution.Lineage;
import dev.legato.model.execution.StoredExecution;
import dev.legato.model.execution.TaskRunStatus;
import dev.legato.model.execution.Timer;
import dev.legato.model.flow.FlowId;
import dev.legato.model.flow.Label;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Something that an execution is asked to do. The engine answers with a decision. */
public sealed interface Command {
  ExecutionId execution();

  /**
   * Begin a new execution.
   *
   * @param inputs checked values, defaults filled in
   * @param labels of the execution, those of the flow included
   * @param scheduleDate not to be started before then
   * @param caller the task that waits for it or at least started it
   * @param lineage absent for an execution that is the first of its chain
   * @param failure why it is to end as FAILED without running anything; absent when it is to run
   * @param breakpoints where it is to stop
   * @param kind what it is for
   */
  record CreateExecution(
      ExecutionId execution,
      FlowId flow,
      int revision,
      Map<String, @Nullable Object> inputs,
      List<Label> labels,
      @Nullable ExecutionOrigin origin,
      @Nullable Instant scheduleDate,
      @Nullable Caller caller,
      @Nullable Lineage lineage,
      @Nullable String failure,
      List<Breakpoint> breakpoints,
      ExecutionKind kind)
      implements Command {
    /** A normal execution. */
    public CreateExecution(
        ExecutionId execution,
        FlowId flow,
        int revision,
        Map<String, @Nullable Object> inputs,
        List<Label> labels,
        @Nullable ExecutionOrigin origin,
        @Nullable Instant scheduleDate,
        @Nullable Caller caller,
        @Nullable Lineage lineage,
        @Nullable String failure,
        List<Breakpoint> breakpoints) {
      this(
          execution,
          flow,
          revision,
          inputs,
          labels,
          origin,
          scheduleDate,
          caller,
          lineage,
          failure,
          breakpoints,
          ExecutionKind.NORMAL);
    }

    /** A normal execution without breakpoints. */
    public CreateExecution(
        ExecutionId execution,
        FlowId flow,
        int revision,
        Map<String, @Nullable Object> inputs,
        List<Label> labels,
        @Nullable ExecutionOrigin origin,
        @Nullable Instant scheduleDate,
        @Nullable Caller caller,
        @Nullable Lineage lineage,
        @Nullable String failure) {
      this(
          execution,
          flow,
          revision,
          inputs,
          labels,
          origin,
          scheduleDate,
          caller,
          lineage,
          failure,
          List.of(),
          ExecutionKind.NORMAL);
    }

    /** An execution that nobody waits for and that comes from no other one. */
    public static CreateExecution of(
        ExecutionId execution,
        FlowId flow,
        int revision,
        Map<String, @Nullable Object> inputs,
        List<Label> labels,
        @Nullable ExecutionOrigin origin,
        @Nullable Instant scheduleDate) {
      return new CreateExecution(
          execution, flow, revision, inputs, labels, origin, scheduleDate, null, null, null);
    }
  }

  /**
   * Begin a new execution that takes over task runs of another one: a replay, or a restart under
   * another revision.
   *
   * @param source as it is stored
   * @param revision of the flow to go on with
   * @param from where to go on
   * @param inputs in place of those of the source; absent to keep them
   * @param labels of the new execution, complete
   * @param breakpoints where the new execution is to stop
   */
  record CopyExecution(
      ExecutionId execution,
      StoredExecution source,
      int revision,
      StartingPoint from,
      @Nullable Map<String, @Nullable Object> inputs,
      List<Label> labels,
      List<Breakpoint> breakpoints)
      implements Command {}

  /** Where an execution goes on that had ended or had stopped. */
  sealed interface StartingPoint {
    /** At every task run that failed or is paused. */
    record Failures() implements StartingPoint {}

    /** At one task run, which runs again with all that follows it. */
    record OneTaskRun(int taskRun) implements StartingPoint {}

    /** After one task run, which is taken to have ended with a certain status. */
    record TaskRunAs(int taskRun, TaskRunStatus status) implements StartingPoint {}
  }

  /** Take in what a worker reports. */
  record CompleteAttempt(ExecutionId execution, int taskRun, int attempt, AttemptResult result)
      implements Command {}

  /**
   * Take in what is known of the outputs of an attempt that still runs: all of them as of now. Its
   * result replaces them.
   */
  record ReportProgress(
      ExecutionId execution, int taskRun, int attempt, Map<String, @Nullable Object> outputs)
      implements Command {}

  /**
   * Stop everything and end as KILLED.
   *
   * @param cascade whether executions that it started are to be stopped, too
   */
  record KillExecution(ExecutionId execution, boolean cascade) implements Command {}

  /** Start nothing new until somebody resumes the execution. */
  record PauseExecution(ExecutionId execution) implements Command {}

  /**
   * Go on after a pause.
   *
   * @param taskRun which pause is over; absent for the first one, or for an execution that was
   *     paused as a whole
   * @param values checked answers to what the pause asks for
   * @param by who resumes it; absent when unknown
   */
  record ResumeExecution(
      ExecutionId execution,
      @Nullable Integer taskRun,
      Map<String, @Nullable Object> values,
      @Nullable String by)
      implements Command {}

  /**
   * Go on at a breakpoint.
   *
   * @param breakpoints where to stop from now on; absent to leave them as they are
   */
  record ResumeFromBreakpoint(ExecutionId execution, @Nullable List<Breakpoint> breakpoints)
      implements Command {}

  /**
   * Go on in place, although the execution has ended or is paused. Needs the execution as it is
   * stored.
   */
  record RestartExecution(ExecutionId execution, StartingPoint from) implements Command {}

  /** Take an ended execution to have ended with another status. */
  record ChangeExecutionStatus(ExecutionId execution, ExecutionStatus status) implements Command {}

  /** Replace labels of an ended execution: the complete list. */
  record SetLabels(ExecutionId execution, List<Label> labels) implements Command {}

  /** Start without waiting for a date or a place, or resume. */
  record ForceRunExecution(ExecutionId execution) implements Command {}

  /**
   * Leave the queue.
   *
   * @param status RUNNING to start at once, or a terminal one to end without running
   */
  record UnqueueExecution(ExecutionId execution, ExecutionStatus status) implements Command {}

  /**
   * Answer no command any more, because the rows of the execution are about to be removed. Only an
   * execution that is over can be removed.
   */
  record RemoveExecution(ExecutionId execution) implements Command {}

  /** A place has become free for an execution that waits for one. */
  record AdmitExecution(ExecutionId execution) implements Command {}

  /**
   * A time has come that the execution waited for.
   *
   * @param due that time; absent to take the timer for the latest of its key
   */
  record FireTimer(
      ExecutionId execution, Timer.Kind kind, @Nullable Integer taskRun, @Nullable Instant due)
      implements Command {
    /** Fires the latest timer of a key. */
    public FireTimer(ExecutionId execution, Timer.Kind kind, @Nullable Integer taskRun) {
      this(execution, kind, taskRun, null);
    }

    public Timer.Key timer() {
      return new Timer.Key(execution, kind, taskRun);
    }
  }

  /** Create the next children of groups whose fan-out was cut into portions. */
  record ContinueExecution(ExecutionId execution) implements Command {}

  /** Take in the answer to a question that had to be put to somebody outside. */
  record ProvideAnswer(ExecutionId execution, Inquiry inquiry, Answer answer) implements Command {}

  /**
   * The execution that tries again in place of this one exists.
   *
   * @param killed whether it was asked to stop at once
   */
  record ConfirmNewExecution(ExecutionId execution, ExecutionId successor, boolean killed)
      implements Command {}

  /**
   * Go on after the process that ran the execution died: attempts that were running are lost and
   * are run again under a new number.
   *
   * @param stillRunning task runs whose attempt is not lost: it still runs and will report
   * @param loss how the other running attempts were lost
   */
  record RecoverExecution(ExecutionId execution, Set<Integer> stillRunning, Loss loss)
      implements Command {}

  /** How attempts are lost. */
  enum Loss {
    /** The process died; one of its attempts may be the reason. */
    CRASH,
    /** Somebody stopped the server, or the attempt was never handed to a worker. */
    STOP
  }
}
