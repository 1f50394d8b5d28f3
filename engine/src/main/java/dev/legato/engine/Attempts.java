package dev.legato.engine;

import dev.legato.model.effect.Effect.RunCall;
import dev.legato.model.effect.Effect.RunTask;
import dev.legato.model.effect.Effect.SetTimer;
import dev.legato.model.event.Event.AttemptStarted;
import dev.legato.model.event.Event.RetryPlanned;
import dev.legato.model.execution.AttemptResult;
import dev.legato.model.execution.Call;
import dev.legato.model.execution.Caller;
import dev.legato.model.execution.ExecutionStatus;
import dev.legato.model.execution.Ids;
import dev.legato.model.execution.Job;
import dev.legato.model.execution.StatusHistory.Entry;
import dev.legato.model.execution.TaskRunStatus;
import dev.legato.model.execution.Timer;
import dev.legato.model.flow.FlowId;
import dev.legato.model.flow.RetryPolicy;
import dev.legato.model.flow.RetryPolicy.Behavior;
import dev.legato.model.plan.Step.CallStep;
import dev.legato.model.plan.Step.DirectoryStep;
import dev.legato.model.plan.Step.GroupStep;
import dev.legato.model.plan.Step.InstantStep;
import dev.legato.model.plan.Step.TaskStep;
import dev.legato.model.plan.StepPosition.Section;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Starts attempts and decides what follows when they end. */
final class Attempts {
  private final Turn turn;
  private final ExecutionState state;

  Attempts(Turn turn) {
    this.turn = turn;
    this.state = turn.state();
  }

  /** Has a task run tried once more, or for the first time. */
  void start(TaskRun run) {
    int attempt = run.past().attempts().size();
    turn.emit(new AttemptStarted(run.sequence, attempt, turn.now()));
    dispatch(run);
  }

  /** Hands the running attempt over to whoever carries it out. */
  void dispatch(TaskRun run) {
    int attempt = run.past().attempts().size() - 1;
    switch (run.step()) {
      case TaskStep step -> turn.effect(new RunTask(job(run, attempt, step)));
      case CallStep step -> turn.effect(new RunCall(call(run, attempt, step)));
      case InstantStep _, GroupStep _ ->
          throw new IllegalStateException(
              "Expected a step with attempts, but '%s' has none".formatted(run.step().id()));
    }
  }

  /** Somebody has reported, and the report is part of the state. */
  void ended(TaskRun run, AttemptResult result) {
    switch (result.status()) {
      case RESUBMITTED -> {
        if (turn.frontier().isHalted()) {
          turn.frontier().end(run, TaskRunStatus.KILLED);
        } else {
          turn.frontier().add(new Work.Retry(run));
        }
      }
      case FAILED -> {
        if (turn.frontier().isHalted() || !planRetry(run)) {
          turn.frontier().end(run, TaskRunStatus.FAILED);
        }
      }
      case SUCCESS, WARNING, KILLED, CANCELLED, RETRIED, SKIPPED ->
          turn.frontier().end(run, result.status());
      case CREATED, RUNNING, PAUSED, RETRYING, RESTARTED, KILLING ->
          throw new IllegalStateException("Expected an attempt that ended, but got " + result);
    }
  }

  private boolean planRetry(TaskRun run) {
    RetryPolicy policy = run.step().header().retry();
    Optional<Instant> next = Retries.next(state.header(), run);
    if (policy == null || next.isEmpty()) {
      return false;
    }
    Instant due = next.get();
    if (policy.limits().behavior() == Behavior.CREATE_NEW_EXECUTION) {
      if (state.status().isTerminal()) {
        return false; // what runs after the end changes nothing about it
      }
      turn.frontier().end(run, TaskRunStatus.RETRIED);
      turn.halt().condemn(ExecutionStatus.RETRIED);
    } else {
      turn.emit(new RetryPlanned(run.sequence, due, turn.now()));
      turn.effect(new SetTimer(new Timer(state.id(), Timer.Kind.RETRY, run.sequence, due)));
    }
    return true;
  }

  private Job job(TaskRun run, int attempt, TaskStep step) {
    return new Job(
        state.id(),
        state.flow(),
        state.plan().revision(),
        run.sequence,
        Ids.taskRun(state.id(), run.sequence),
        attempt,
        step,
        directoryOf(run),
        Scope.ofTaskRun(state, run));
  }

  private Call call(TaskRun run, int attempt, CallStep step) {
    Caller caller = state.header().caller();
    var flows = new ArrayList<FlowId>(caller == null ? List.of() : caller.flows());
    flows.add(state.flow());
    return new Call(
        new Job.Key(state.id(), run.sequence, attempt),
        run.past().attempts().stream().map(it -> it.history().start()).toList(),
        state.flow(),
        state.plan().revision(),
        Ids.taskRun(state.id(), run.sequence),
        step,
        wasRestarted(run),
        List.copyOf(flows),
        state.header().labels(),
        state.header().kind(),
        Scope.ofTaskRun(state, run));
  }

  private static boolean wasRestarted(TaskRun run) {
    TaskRunStatus before = TaskRunStatus.CREATED;
    boolean restarted = false;
    for (Entry<TaskRunStatus> entry : run.past().history().entries()) {
      if (entry.status() == TaskRunStatus.RUNNING) {
        restarted = before == TaskRunStatus.RESTARTED;
      }
      before = entry.status();
    }
    return restarted;
  }

  private static @Nullable Integer directoryOf(TaskRun run) {
    TaskRun group = run.parent.run;
    if (group == null || run.position.section() != Section.TASKS) {
      return null;
    }
    return group.step() instanceof DirectoryStep ? group.sequence : null;
  }
}
