package dev.legato.engine;

import dev.legato.model.command.Command.CompleteAttempt;
import dev.legato.model.command.Command.FireTimer;
import dev.legato.model.command.Command.ProvideAnswer;
import dev.legato.model.command.Command.ReportProgress;
import dev.legato.model.effect.Effect.CancelTimer;
import dev.legato.model.effect.Effect.SetTimer;
import dev.legato.model.event.Event.AttemptEnded;
import dev.legato.model.event.Event.OutputsChanged;
import dev.legato.model.event.Event.RetryStarted;
import dev.legato.model.event.Event.RoundStarted;
import dev.legato.model.execution.ExecutionStatus;
import dev.legato.model.execution.StatusHistory.Entry;
import dev.legato.model.execution.TaskRunStatus;
import dev.legato.model.execution.Timer;
import dev.legato.model.plan.Step.PauseStep;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What an execution waits for has come. Each method answers with the reason why it changes nothing,
 * or with null when it was taken in.
 */
final class Reports {
  private final Turn turn;
  private final ExecutionState state;
  private final Lifecycle lifecycle;

  Reports(Turn turn, Lifecycle lifecycle) {
    this.turn = turn;
    this.state = turn.state();
    this.lifecycle = lifecycle;
  }

  @Nullable String complete(CompleteAttempt completion) {
    TaskRun run = state.taskRuns().find(completion.taskRun());
    if (run == null || !isLatest(run, completion.attempt())) {
      return "Attempt %d of task run %d is not the latest."
          .formatted(completion.attempt(), completion.taskRun());
    }
    if (!run.hasRunningAttempt()) {
      return "Attempt %d of '%s' already ended.".formatted(completion.attempt(), run.step().id());
    }
    turn.emit(
        new AttemptEnded(run.sequence, completion.attempt(), completion.result(), turn.now()));
    turn.attempts().ended(run, completion.result());
    return null;
  }

  @Nullable String progress(ReportProgress progress) {
    TaskRun run = state.taskRuns().find(progress.taskRun());
    if (run == null || !run.hasRunningAttempt() || !isLatest(run, progress.attempt())) {
      return "Attempt %d of task run %d does not run."
          .formatted(progress.attempt(), progress.taskRun());
    }
    turn.emit(new OutputsChanged(run.sequence, progress.outputs(), turn.now()));
    return null;
  }

  private static boolean isLatest(TaskRun run, int attempt) {
    return run.status().isTerminal() || attempt == run.past().attempts().size() - 1;
  }

  @Nullable String answer(ProvideAnswer provided) {
    if (!state.agenda().answer(provided.inquiry(), provided.answer())) {
      return "Nobody waits for the answer any more.";
    }
    TaskRun run = state.taskRuns().find(provided.inquiry().taskRun());
    if (run == null) {
      turn.frontier().add(new Work.Check(state.root()));
    } else if (run.status() == TaskRunStatus.PAUSED && run.step() instanceof PauseStep pause) {
      new Pausing(turn).fire(run, pause);
    } else if (run.group() != null) {
      turn.frontier().add(new Work.Check(run.group()));
    } else {
      turn.frontier().add(new Work.Begin(run));
    }
    return null;
  }

  @Nullable String fire(FireTimer timer) {
    TaskRun run = state.taskRuns().find(timer.taskRun());
    Instant due = timer.due();
    if (due != null && due.isAfter(turn.now())) { // somebody has set the clock back since
      turn.effect(new SetTimer(new Timer(state.id(), timer.kind(), timer.taskRun(), due)));
      return null;
    }
    if (isOfThePast(timer, run)) {
      return null; // not refused: whoever refuses a timer forgets the one that was set since
    }
    return switch (timer.kind()) {
      case START -> lifecycle.startOnDate();
      case RETRY -> retry(run);
      case PAUSE -> endPause(run);
      case ROUND -> startRound(run);
      case SLA -> breakAgreement(timer.taskRun());
      case NEW_EXECUTION -> new Successors(turn).start();
    };
  }

  /** Whether it came late: after it was set anew, or after its execution was taken back. */
  private boolean isOfThePast(FireTimer timer, @Nullable TaskRun run) {
    Instant due = timer.due();
    if (due == null) {
      return false;
    }
    if (state.agenda().wasSetAnew(timer.timer(), due)) {
      return true;
    }
    return switch (timer.kind()) {
      case PAUSE ->
          run != null
              && run.status() == TaskRunStatus.PAUSED
              && !due.isAfter(run.past().history().last());
      case SLA -> !due.isAfter(lastRestart());
      case START, RETRY, ROUND, NEW_EXECUTION -> false; // they know by themselves
    };
  }

  private Instant lastRestart() {
    Instant restart = Instant.MIN;
    boolean ended = false;
    for (Entry<ExecutionStatus> entry : state.header().history().entries()) {
      if (ended) {
        restart = entry.at();
      }
      ended = entry.status().isTerminal();
    }
    return restart;
  }

  private @Nullable String retry(@Nullable TaskRun run) {
    if (run == null || run.status() != TaskRunStatus.RETRYING) {
      return "The task run does not wait for a retry.";
    }
    Instant due = Retries.next(state.header(), run).orElse(null);
    if (turn.isDue(Timer.Kind.RETRY, run.sequence, due)) {
      turn.emit(new RetryStarted(run.sequence, turn.now()));
      turn.frontier().add(new Work.Retry(run));
    }
    return null;
  }

  private @Nullable String endPause(@Nullable TaskRun run) {
    if (run == null
        || run.status() != TaskRunStatus.PAUSED
        || !(run.step() instanceof PauseStep pause)) {
      return "The task run is not paused.";
    }
    new Pausing(turn).fire(run, pause);
    return null;
  }

  private @Nullable String startRound(@Nullable TaskRun run) {
    Group group = run == null ? null : run.group();
    if (run == null || group == null || !group.waitsForRound || run.status().isTerminal()) {
      return "The task run does not wait for a round.";
    }
    turn.effect(new CancelTimer(new Timer.Key(state.id(), Timer.Kind.ROUND, run.sequence)));
    turn.emit(new RoundStarted(run.sequence, group.round + 1, turn.now()));
    turn.frontier().add(new Work.Check(group));
    return null;
  }

  private @Nullable String breakAgreement(@Nullable Integer place) {
    var agreements = new Agreements(turn);
    if (place == null || agreements.areMoot()) {
      return "The execution ends already.";
    }
    turn.effect(new CancelTimer(new Timer.Key(state.id(), Timer.Kind.SLA, place)));
    agreements.fire(place);
    return null;
  }
}
