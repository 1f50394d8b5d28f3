package dev.legato.engine;

import dev.legato.model.effect.Effect;
import dev.legato.model.effect.Effect.CancelTimer;
import dev.legato.model.effect.Effect.ScheduleContinuation;
import dev.legato.model.effect.Effect.SetTimer;
import dev.legato.model.effect.Effect.WriteLog;
import dev.legato.model.event.Event;
import dev.legato.model.event.Event.ExecutionPaused;
import dev.legato.model.event.Event.ExecutionStarted;
import dev.legato.model.event.Event.ExecutionWaitsForRetry;
import dev.legato.model.execution.ExecutionStatus;
import dev.legato.model.execution.Ids;
import dev.legato.model.execution.Timer;
import dev.legato.model.flow.LogLevel;
import dev.legato.model.log.LogEntry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One decision in the making. */
final class Turn {
  /** What log lines of the engine name as their thread. */
  private static final String THREAD = "engine";

  private final ExecutionState state;
  private final Evaluator evaluator;
  private final Instant now;
  private final List<Event> events = new ArrayList<>();
  private final List<Effect> effects = new ArrayList<>();
  private final Frontier frontier;
  private final Attempts attempts;
  private final Halt halt;

  Turn(ExecutionState state, Evaluator evaluator, Instant now) {
    this.state = state;
    this.evaluator = evaluator;
    this.now = now;
    this.frontier = new Frontier(this);
    this.attempts = new Attempts(this);
    this.halt = new Halt(this);
  }

  ExecutionState state() {
    return state;
  }

  Evaluator evaluator() {
    return evaluator;
  }

  Instant now() {
    return now;
  }

  Frontier frontier() {
    return frontier;
  }

  Attempts attempts() {
    return attempts;
  }

  Halt halt() {
    return halt;
  }

  void emit(Event event) {
    state.apply(event);
    events.add(event);
  }

  void effect(Effect effect) {
    effects.add(effect);
    if (effect instanceof SetTimer set) {
      state.agenda().timerSet(set.timer());
    } else if (effect instanceof CancelTimer cancelled) {
      state.agenda().timerCancelled(cancelled.timer());
    }
  }

  /** Adds a line to the log of the execution. */
  void log(LogLevel level, String message) {
    effect(
        new WriteLog(
            new LogEntry(state.flow(), state.id(), null, null, null, now, level, THREAD, message)));
  }

  /** Adds a line to the log of a task run. */
  void log(TaskRun run, LogLevel level, String message) {
    effect(
        new WriteLog(
            new LogEntry(
                state.flow(),
                state.id(),
                run.step().id(),
                Ids.taskRun(state.id(), run.sequence),
                Math.max(0, run.past().attempts().size() - 1),
                now,
                level,
                THREAD,
                message)));
  }

  /** Whether it is time; if not, an earlier timer came twice, and the right one is kept. */
  boolean isDue(Timer.Kind kind, @Nullable Integer taskRun, @Nullable Instant due) {
    if (due != null && due.isAfter(now)) {
      effect(new SetTimer(new Timer(state.id(), kind, taskRun, due)));
      return false;
    }
    effect(new CancelTimer(new Timer.Key(state.id(), kind, taskRun)));
    return true;
  }

  /** Does what can be done now, and brings what is shown of the execution in line with it. */
  void settle() {
    Agenda agenda = state.agenda();
    do {
      if (state.isHeld()) {
        return;
      }
      if (!agenda.continuationScheduled) { // else it is the continuation that goes on
        frontier.advance();
      }
      if (state.isHeld()) {
        return;
      }
      if (!agenda.backlog().isEmpty()) {
        if (!agenda.continuationScheduled) {
          agenda.continuationScheduled = true;
          effect(new ScheduleContinuation(state.id()));
        }
        return;
      }
      showWhatItWaitsFor();
    } while (!agenda.backlog().isEmpty());
  }

  private void showWhatItWaitsFor() {
    ExecutionStatus status = state.status();
    if (status != ExecutionStatus.RUNNING && status != ExecutionStatus.RETRYING) {
      return;
    }
    new Agreements(this).check();
    boolean paused = state.paused() > 0;
    boolean retrying = !paused && state.runningAttempts() == 0 && state.retrying() > 0;
    if (state.status() == ExecutionStatus.RETRYING && !retrying) {
      emit(new ExecutionStarted(now));
    }
    if (state.status() == ExecutionStatus.RUNNING && retrying) {
      emit(new ExecutionWaitsForRetry(now));
    } else if (state.status() == ExecutionStatus.RUNNING && paused) {
      emit(new ExecutionPaused(now));
    }
  }

  Decision decision() {
    return new Decision(
        Collections.unmodifiableList(events), Collections.unmodifiableList(effects), null);
  }
}
