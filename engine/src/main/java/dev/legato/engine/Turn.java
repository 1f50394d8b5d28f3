package dev.legato.engine;

import dev.legato.model.effect.Effect;
import dev.legato.model.effect.Effect.ScheduleContinuation;
import dev.legato.model.effect.Effect.WriteLog;
import dev.legato.model.event.Event;
import dev.legato.model.event.Event.ExecutionStarted;
import dev.legato.model.event.Event.ExecutionWaitsForRetry;
import dev.legato.model.execution.ExecutionStatus;
import dev.legato.model.execution.Ids;
import dev.legato.model.flow.LogLevel;
import dev.legato.model.log.LogEntry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

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

  Turn(ExecutionState state, Evaluator evaluator, Instant now) {
    this.state = state;
    this.evaluator = evaluator;
    this.now = now;
    this.frontier = new Frontier(this);
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

  void emit(Event event) {
    state.apply(event);
    events.add(event);
  }

  void effect(Effect effect) {
    effects.add(effect);
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

  /** Brings what is shown of the execution in line with what its task runs do. */
  void settle() {
    if (!state.backlog().isEmpty()) {
      if (!state.continuationScheduled()) {
        state.continuationScheduled(true);
        effect(new ScheduleContinuation(state.id()));
      }
      return;
    }
    boolean waiting = state.runningAttempts() == 0 && state.retrying() > 0;
    if (waiting && state.status() == ExecutionStatus.RUNNING) {
      emit(new ExecutionWaitsForRetry(now));
    } else if (!waiting && state.status() == ExecutionStatus.RETRYING) {
      emit(new ExecutionStarted(now));
    }
  }

  Decision decision() {
    return new Decision(
        Collections.unmodifiableList(events), Collections.unmodifiableList(effects), null);
  }
}
