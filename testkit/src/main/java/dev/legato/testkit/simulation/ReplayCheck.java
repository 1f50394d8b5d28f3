package dev.legato.testkit.simulation;

import static dev.legato.testkit.simulation.InvariantViolation.require;

import dev.legato.engine.Admission;
import dev.legato.engine.Changes;
import dev.legato.engine.Decision;
import dev.legato.engine.ExecutionState;
import dev.legato.model.command.Command;
import dev.legato.model.command.Command.Loss;
import dev.legato.model.command.Command.RecoverExecution;
import dev.legato.model.effect.Effect.Ask;
import dev.legato.model.effect.Effect.KillTask;
import dev.legato.model.execution.ExecutionId;
import dev.legato.model.execution.ExecutionRecord;
import dev.legato.model.execution.ExecutionStatus;
import dev.legato.model.execution.TaskRunRecord;
import dev.legato.model.execution.TaskRunStatus;
import dev.legato.model.execution.Timer;
import dev.legato.orchestrator.shard.Workers;
import dev.legato.storage.CommitBatch;
import dev.legato.storage.CommitBatch.ExecutionChange;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Holds the state in a shard's memory against the one that is restored from the rows: both must
 * decide the same, and a restored one must find nothing that was left undone.
 */
final class ReplayCheck {
  private static final int EVERY_TURN = 3;
  private static final int EVERY_SETTLED = 40;

  private final World world;
  private @Nullable Changes foreseen;
  private int turns;
  private int settled;

  ReplayCheck(World world) {
    this.world = world;
  }

  /** The next turn of the shard will decide this command alone. */
  void foresee(Command command) {
    boolean clockIsReliable = world.tally().clockSteps == 0;
    if (turns++ % EVERY_TURN != 0 || !clockIsReliable) {
      return;
    }
    world
        .image()
        .find(command.execution())
        .ifPresent(
            execution -> {
              if (knowsMoreThanItsRows(execution.execution())) {
                return;
              }
              ExecutionState state = ExecutionState.restore(execution.plan(), execution.stored());
              var _ =
                  world.engine().decide(state, command, Admission.ALWAYS, world.agenda().instant());
              foreseen = state.drainChanges();
            });
  }

  /** What waits for an answer or is held has work in mind that only recovery makes anew. */
  private boolean knowsMoreThanItsRows(ExecutionRecord execution) {
    boolean held =
        execution.history().entries().stream()
            .anyMatch(entry -> entry.status() == ExecutionStatus.PAUSED);
    return held || world.tally().answers > 0 || world.limits().of(execution.flow()).isPresent();
  }

  /** The shard has a batch written. */
  void committing(CommitBatch batch) {
    Changes expected = foreseen;
    foreseen = null;
    if (expected == null) {
      return;
    }
    world.tally().replays++;
    List<ExecutionChange> changes =
        expected.isEmpty()
            ? List.of()
            : List.of(ExecutionChange.of(expected.execution(), expected.taskRuns()));
    require(
        batch.executions().equals(changes),
        "From its rows, the execution would have written %s, but it writes %s",
        changes,
        batch.executions());
  }

  void turned() {
    foreseen = null;
  }

  /** Nothing waits and nothing is being written. */
  void settled(Workers workers) {
    if (settled++ % EVERY_SETTLED != 0) {
      return;
    }
    for (ExecutionId id : world.image().live()) {
      world.tally().recoveries++;
      checkNothingUndone(world.image().get(id), workers);
    }
  }

  private void checkNothingUndone(DurableExecution execution, Workers workers) {
    ExecutionId id = execution.execution().id();
    Set<Integer> running = new HashSet<>();
    for (TaskRunRecord row : execution.taskRuns()) {
      if (!row.attempts().isEmpty() && !row.attempts().getLast().status().isTerminal()) {
        running.add(row.sequence());
      }
      if (row.status() == TaskRunStatus.RETRYING) {
        checkTimer(new Timer.Key(id, Timer.Kind.RETRY, row.sequence()));
      }
    }
    if (execution.execution().status() == ExecutionStatus.CREATED) {
      checkTimer(new Timer.Key(id, Timer.Kind.START, null));
    }
    require(
        running.equals(workers.running(id)),
        "Task runs %s of %s have a running attempt, but workers run %s",
        running,
        id,
        workers.running(id));
    ExecutionState state = ExecutionState.restore(execution.plan(), execution.stored());
    Decision decision =
        world
            .engine()
            .decide(
                state,
                new RecoverExecution(id, running, Loss.CRASH),
                Admission.ALWAYS,
                world.agenda().instant());
    boolean quiet =
        decision.effects().stream()
            .allMatch(effect -> effect instanceof KillTask || effect instanceof Ask);
    require(
        decision.events().isEmpty() && quiet,
        "Execution %s has settled, but its rows say that there is more to do: %s %s",
        id,
        decision.events(),
        decision.effects());
  }

  private void checkTimer(Timer.Key timer) {
    require(world.image().isSet(timer), "Nothing will ever fire %s", timer);
  }
}
