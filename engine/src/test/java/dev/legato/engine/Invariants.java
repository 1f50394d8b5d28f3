package dev.legato.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.legato.model.command.Command;
import dev.legato.model.command.Command.AdmitExecution;
import dev.legato.model.command.Command.ChangeExecutionStatus;
import dev.legato.model.command.Command.CompleteAttempt;
import dev.legato.model.command.Command.ConfirmNewExecution;
import dev.legato.model.command.Command.ContinueExecution;
import dev.legato.model.command.Command.CopyExecution;
import dev.legato.model.command.Command.CreateExecution;
import dev.legato.model.command.Command.FireTimer;
import dev.legato.model.command.Command.ForceRunExecution;
import dev.legato.model.command.Command.KillExecution;
import dev.legato.model.command.Command.PauseExecution;
import dev.legato.model.command.Command.ProvideAnswer;
import dev.legato.model.command.Command.RecoverExecution;
import dev.legato.model.command.Command.RemoveExecution;
import dev.legato.model.command.Command.ReportProgress;
import dev.legato.model.command.Command.RestartExecution;
import dev.legato.model.command.Command.ResumeExecution;
import dev.legato.model.command.Command.ResumeFromBreakpoint;
import dev.legato.model.command.Command.SetLabels;
import dev.legato.model.command.Command.UnqueueExecution;
import dev.legato.model.event.Event.AttemptStarted;
import dev.legato.model.execution.ExecutionStatus;
import dev.legato.model.execution.TaskRunStatus;
import dev.legato.model.execution.Timer;
import dev.legato.model.plan.StepPosition.Section;

/** What holds for every execution at every moment. */
final class Invariants {
  private Invariants() {}

  static void check(Run run) {
    ExecutionState state = run.state;
    int attempts = 0;
    int retrying = 0;
    int paused = 0;
    for (TaskRun child : state.taskRuns().all()) {
      assertThat(isOver(child.parent, child, state) && !child.status().isTerminal())
          .as("%s outlives its group in %s", Run.name(child), run.outline())
          .isFalse();
      attempts += child.hasRunningAttempt() ? 1 : 0;
      retrying += child.status() == TaskRunStatus.RETRYING ? 1 : 0;
      paused += child.status() == TaskRunStatus.PAUSED ? 1 : 0;
    }
    assertThat(state.runningAttempts()).isEqualTo(attempts);
    assertThat(state.retrying()).isEqualTo(retrying);
    assertThat(state.paused()).isEqualTo(paused);
    checkEnd(run, state);
    checkRest(state, attempts, retrying);
  }

  /** Whether nothing may start before somebody wants that. */
  static boolean isAsleep(ExecutionState state) {
    return state.isOver() || state.isHeld() || state.status() == ExecutionStatus.QUEUED;
  }

  static void checkSleep(boolean asleep, Command command, Decision decision) {
    boolean byItself =
        switch (command) {
          case CompleteAttempt _,
              ReportProgress _,
              ContinueExecution _,
              FireTimer _,
              ProvideAnswer _,
              ConfirmNewExecution _,
              RecoverExecution _ ->
              true;
          case CreateExecution _,
              CopyExecution _,
              KillExecution _,
              PauseExecution _,
              ResumeExecution _,
              ResumeFromBreakpoint _,
              RestartExecution _,
              ChangeExecutionStatus _,
              SetLabels _,
              ForceRunExecution _,
              UnqueueExecution _,
              RemoveExecution _,
              AdmitExecution _ ->
              false;
        };
    if (asleep && byItself) {
      assertThat(decision.events()).noneMatch(event -> event instanceof AttemptStarted);
    }
  }

  private static boolean isOver(Group group, TaskRun child, ExecutionState state) {
    if (group.run != null) {
      return group.run.status().isTerminal();
    }
    return child.position.section() == Section.AFTER ? state.isOver() : state.status().isTerminal();
  }

  private static void checkEnd(Run run, ExecutionState state) {
    assertThat(state.isOver() && !state.status().isTerminal()).as("over without end").isFalse();
    if (!state.status().isTerminal()) {
      return;
    }
    assertThat(state.root().section == Section.AFTER || state.isOver()).isTrue();
    if (state.isOver()) {
      boolean hasSuccessor =
          state.status() == ExecutionStatus.RETRIED || state.header().verdict() != null;
      assertThat(run.timers.keySet())
          .allMatch(timer -> hasSuccessor && timer.kind() == Timer.Kind.NEW_EXECUTION);
      assertThat(state.agenda().backlog()).isEmpty();
    }
  }

  /** What the status says of an execution at rest. */
  private static void checkRest(ExecutionState state, int attempts, int retrying) {
    switch (state.status()) {
      case CREATED -> assertThat(state.taskRuns().count()).isZero();
      case QUEUED -> assertThat(attempts).isZero();
      case RETRYING -> {
        assertThat(attempts).isZero();
        assertThat(retrying).isPositive();
      }
      case RUNNING -> assertThat(state.paused()).isZero();
      case RESTARTED -> throw new AssertionError("RESTARTED is no state to rest in");
      case PAUSED, BREAKPOINT, KILLING, SUCCESS, WARNING, FAILED, KILLED, CANCELLED, RETRIED -> {}
    }
  }
}
