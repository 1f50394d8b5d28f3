package dev.legato.orchestrator.execution;

import dev.legato.model.execution.ExecutionRecord;
import dev.legato.model.execution.ExecutionStatus;
import dev.legato.model.execution.StoredExecution;
import dev.legato.model.execution.TaskRunRecord;
import dev.legato.model.execution.TaskRunStatus;
import dev.legato.orchestrator.execution.Action.ChangeStatus;
import dev.legato.orchestrator.execution.Action.ChangeTaskRun;
import dev.legato.orchestrator.execution.Action.Delete;
import dev.legato.orchestrator.execution.Action.ForceRun;
import dev.legato.orchestrator.execution.Action.Kill;
import dev.legato.orchestrator.execution.Action.Pause;
import dev.legato.orchestrator.execution.Action.Replay;
import dev.legato.orchestrator.execution.Action.Restart;
import dev.legato.orchestrator.execution.Action.Resume;
import dev.legato.orchestrator.execution.Action.ResumeFromBreakpoint;
import dev.legato.orchestrator.execution.Action.SetLabels;
import dev.legato.orchestrator.execution.Action.Unqueue;
import java.util.Optional;

/**
 * When which action is legal. It is asked beforehand, so that people get a reason and a bulk action
 * can be refused as a whole; the engine has the last word.
 */
final class Legality {
  private Legality() {}

  /** Why the execution is not in a state for the action; empty when it is. */
  static Optional<String> refusal(Action action, StoredExecution found) {
    ExecutionRecord execution = found.execution();
    ExecutionStatus status = execution.status();
    return switch (action) {
      case Pause _ -> unless(status == ExecutionStatus.RUNNING, execution, "paused", "RUNNING");
      case Resume _ -> unless(isPaused(found), execution, "resumed", "PAUSED");
      case Restart _ -> restart(found);
      case ChangeTaskRun _ ->
          unless(hasStopped(status), execution, "changed in a task run", "PAUSED or has ended");
      case ChangeStatus _ -> unless(status.isTerminal(), execution, "given another state", "ended");
      case SetLabels _ -> unless(status.isTerminal(), execution, "given labels", "ended");
      case ForceRun _ -> unless(!status.isTerminal(), execution, "forced to run", "not ended");
      case Unqueue _ ->
          unless(status == ExecutionStatus.QUEUED, execution, "taken from the queue", "QUEUED");
      case Kill _ ->
          unless(
              !execution.over() || execution.awaitsSuccessor(), execution, "killed", "not ended");
      case ResumeFromBreakpoint _ ->
          unless(
              status == ExecutionStatus.BREAKPOINT,
              execution,
              "resumed from a breakpoint",
              "BREAKPOINT");
      case Replay _, Delete _ -> Optional.empty();
    };
  }

  /** Why an action makes no sense, whatever the execution; empty when it does. */
  static Optional<String> nonsense(Action action) {
    return switch (action) {
      case ChangeTaskRun change when !canBeSet(change.status()) ->
          Optional.of(
              "A task run can be changed to SUCCESS, WARNING, FAILED, KILLED, CANCELLED or SKIPPED,"
                  + " not to %s.".formatted(change.status()));
      case ChangeStatus change when !canBeSet(change.status()) ->
          Optional.of(
              "An execution can be changed to SUCCESS, WARNING, FAILED, KILLED or CANCELLED, not to"
                  + " %s.".formatted(change.status()));
      case Unqueue unqueue
          when unqueue.status() != ExecutionStatus.RUNNING && !canBeSet(unqueue.status()) ->
          Optional.of(
              "An execution leaves the queue as RUNNING, SUCCESS, WARNING, FAILED, KILLED or"
                  + " CANCELLED, not as %s.".formatted(unqueue.status()));
      case SetLabels set -> LabelRules.refusal(set.labels(), false);
      case ChangeTaskRun _,
          ChangeStatus _,
          Unqueue _,
          Pause _,
          Resume _,
          ResumeFromBreakpoint _,
          Restart _,
          Replay _,
          ForceRun _,
          Kill _,
          Delete _ ->
          Optional.empty();
    };
  }

  private static Optional<String> restart(StoredExecution found) {
    ExecutionRecord execution = found.execution();
    if (!hasStopped(execution.status())) {
      return unless(false, execution, "restarted", "PAUSED or has ended");
    }
    boolean hasReason = found.taskRuns().stream().anyMatch(Legality::isReasonToRestart);
    return hasReason
        ? Optional.empty()
        : Optional.of(
            "Execution '%s' cannot be restarted: none of its task runs has failed or is paused; replay it instead."
                .formatted(execution.id()));
  }

  /** Whether somebody may resume it; what runs after the end can pause, too. */
  private static boolean isPaused(StoredExecution found) {
    ExecutionRecord execution = found.execution();
    return execution.status() == ExecutionStatus.PAUSED
        || (execution.status().isTerminal()
            && !execution.over()
            && found.taskRuns().stream().anyMatch(run -> run.status() == TaskRunStatus.PAUSED));
  }

  private static boolean isReasonToRestart(TaskRunRecord run) {
    return run.status() == TaskRunStatus.FAILED || run.status() == TaskRunStatus.PAUSED;
  }

  private static boolean hasStopped(ExecutionStatus status) {
    return status.isTerminal() || status == ExecutionStatus.PAUSED;
  }

  private static boolean canBeSet(ExecutionStatus status) {
    return status.isTerminal() && status != ExecutionStatus.RETRIED;
  }

  private static boolean canBeSet(TaskRunStatus status) {
    return status.isTerminal()
        && status != TaskRunStatus.RETRIED
        && status != TaskRunStatus.RESUBMITTED;
  }

  private static Optional<String> unless(
      boolean legal, ExecutionRecord execution, String what, String only) {
    return legal
        ? Optional.empty()
        : Optional.of(
            "Execution '%s' is %s and cannot be %s: only one that is %s can."
                .formatted(execution.id(), execution.status(), what, only));
  }
}
