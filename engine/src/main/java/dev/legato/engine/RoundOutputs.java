package dev.legato.engine;

import dev.legato.model.command.Question.RoundsOf;
import dev.legato.model.event.Event.OutputsChanged;
import dev.legato.model.execution.TaskRunStatus;
import dev.legato.model.flow.LogLevel;
import dev.legato.model.plan.Step.LoopStep;
import dev.legato.model.plan.Step.Rounds;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a loop of separate rounds hands on when all its rounds are done. */
final class RoundOutputs {
  private final Turn turn;
  private final Group group;

  RoundOutputs(Turn turn, Group group) {
    this.turn = turn;
    this.group = group;
  }

  /** Puts them together; false as long as somebody else is about it. */
  boolean areKnown() {
    TaskRun run = group.run;
    Rounds rounds = group.step instanceof LoopStep loop ? loop.rounds() : null;
    if (run == null || rounds == null) {
      throw new IllegalStateException("Expected a loop with rounds, but got " + group.step.id());
    }
    int count = group.items == null ? 0 : group.items.size();
    var outputs = new LinkedHashMap<String, @Nullable Object>();
    outputs.put(Restoration.ITERATION_COUNT, count);
    outputs.put("runningIterations", 0);
    outputs.put("terminatedIterations", count);
    if (run.outputs.get(Restoration.KEYS) instanceof List<?> keys) {
      outputs.put(Restoration.KEYS, keys);
    }
    if (!rounds.outputs().isEmpty()) {
      try {
        outputs.putAll(new Values(turn, run).rounds(new RoundsOf(rounds, count)));
      } catch (Unanswered _) {
        return false;
      } catch (EvaluationFailure failure) {
        turn.log(run, LogLevel.ERROR, "outputs: " + failure.reason());
        group.spoil(TaskRunStatus.FAILED);
      }
    }
    turn.emit(new OutputsChanged(run.sequence, outputs, turn.now()));
    return true;
  }
}
