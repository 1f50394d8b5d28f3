package dev.legato.engine;

import dev.legato.model.effect.Effect.SetTimer;
import dev.legato.model.event.Event.OutputsChanged;
import dev.legato.model.execution.TaskRunStatus;
import dev.legato.model.execution.Timer;
import dev.legato.model.flow.LogLevel;
import dev.legato.model.plan.Step.Frequency;
import dev.legato.model.plan.Step.LoopUntilStep;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;

/** Decides at the end of a round whether there is another one. */
final class LoopUntil {
  private final Turn turn;
  private final Group group;
  private final TaskRun run;
  private final LoopUntilStep loop;

  LoopUntil(Turn turn, Group group, LoopUntilStep loop) {
    if (group.run == null) {
      throw new IllegalStateException("Expected a loop to have a task run, but it has none");
    }
    this.turn = turn;
    this.group = group;
    this.run = group.run;
    this.loop = loop;
  }

  /** Whether the loop is not done yet: it waits for the next round, or for an answer. */
  boolean goesOn() {
    if (group.waitsForRound) {
      return true;
    }
    try {
      if (new Values(turn, run).isTrue(loop.condition())) {
        return false;
      }
    } catch (Unanswered _) {
      return true;
    } catch (EvaluationFailure failure) {
      turn.log(run, LogLevel.ERROR, "condition: " + failure.reason());
      giveUp();
      return false;
    }
    turn.state().agenda().forgetInquiries(run.sequence);
    Frequency frequency = loop.frequency();
    Instant next = turn.now().plus(frequency.interval());
    if (isLast(frequency, next)) {
      if (frequency.failOnMaxReached()) {
        giveUp();
      }
      return false;
    }
    group.waitsForRound = true;
    turn.effect(new SetTimer(new Timer(turn.state().id(), Timer.Kind.ROUND, run.sequence, next)));
    return true;
  }

  /** Fails the loop, whatever its children did. */
  private void giveUp() {
    var outputs = new LinkedHashMap<>(run.outputs);
    outputs.put(Restoration.GAVE_UP, true);
    turn.emit(new OutputsChanged(run.sequence, outputs, turn.now()));
    group.spoil(TaskRunStatus.FAILED);
  }

  private boolean isLast(Frequency frequency, Instant next) {
    Integer maxIterations = frequency.maxIterations();
    if (maxIterations != null && group.round >= maxIterations) {
      turn.log(
          run,
          LogLevel.WARN,
          "The condition is not true after %d rounds, the most allowed.".formatted(group.round));
      return true;
    }
    Duration maxDuration = frequency.maxDuration();
    if (maxDuration != null && next.isAfter(run.past().history().start().plus(maxDuration))) {
      turn.log(
          run,
          LogLevel.WARN,
          "The condition is not true after %d rounds, and the next one would begin later than the %s allowed."
              .formatted(group.round, maxDuration));
      return true;
    }
    return false;
  }
}
