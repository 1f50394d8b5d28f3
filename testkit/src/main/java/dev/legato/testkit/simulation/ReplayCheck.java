package dev.legato.testkit.simulation;

import static dev.legato.testkit.simulation.InvariantViolation.require;

import dev.legato.engine.Admission;
import dev.legato.engine.Changes;
import dev.legato.engine.Decision;
import dev.legato.engine.ExecutionState;
import dev.legato.model.command.Command;
import dev.legato.model.command.Command.ContinueExecution;
import dev.legato.model.command.Command.FireTimer;
import dev.legato.model.command.Command.Loss;
import dev.legato.model.command.Command.RecoverExecution;
import dev.legato.model.command.Command.RestartExecution;
import dev.legato.model.effect.Effect;
import dev.legato.model.effect.Effect.Ask;
import dev.legato.model.effect.Effect.KillCall;
import dev.legato.model.effect.Effect.KillTask;
import dev.legato.model.effect.Effect.SetTimer;
import dev.legato.model.effect.Effect.WriteLog;
import dev.legato.model.event.Event;
import dev.legato.model.event.Event.BreakpointReached;
import dev.legato.model.event.Event.ExecutionRelabelled;
import dev.legato.model.execution.ExecutionId;
import dev.legato.model.execution.ExecutionRecord;
import dev.legato.model.execution.ExecutionStatus;
import dev.legato.model.execution.TaskRunRecord;
import dev.legato.model.execution.TaskRunStatus;
import dev.legato.model.execution.Timer;
import dev.legato.storage.CommitBatch;
import dev.legato.storage.CommitBatch.ExecutionChange;
import java.time.Instant;
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
  private @Nullable ExecutionId foreseenOf;
  private int turns;
  private int settled;

  ReplayCheck(World world) {
    this.world = world;
  }

  /**
   * The next turn of the shard will decide this command alone.
   *
   * @param running task runs whose attempt runs
   */
  void foresee(Command command, Set<Integer> running, Admission admission) {
    boolean clockIsReliable = world.tally().count(Sight.CLOCK_STEP) == 0;
    if (turns++ % EVERY_TURN != 0
        || !clockIsReliable
        || needsRows(command)
        || isOfThePast(command)) {
      return;
    }
    ExecutionId id = command.execution();
    DurableExecution execution = world.image().find(id).orElse(null);
    boolean isBeingRemoved = execution != null && execution.execution().over(); // perhaps
    if (execution == null || isBeingRemoved || isHeld(execution)) {
      return;
    }
    ExecutionState state = ExecutionState.restore(execution.plan(), execution.stored());
    Instant now = world.agenda().instant();
    var recovery = new RecoverExecution(id, running, Loss.CRASH);
    Decision recovered = world.engine().decide(state, recovery, admission, now);
    boolean waits = recovered.effects().stream().anyMatch(effect -> !(effect instanceof KillTask));
    if (waits || !recovered.events().isEmpty()) {
      return; // it has something in mind that its rows do not tell
    }
    var _ = state.drainChanges();
    var _ = world.engine().decide(state, command, admission, now);
    foreseen = state.drainChanges();
    foreseenOf = id;
  }

  /** Whether all is put off, so that nobody can tell what the execution has in mind. */
  private static boolean isHeld(DurableExecution execution) {
    return execution.execution().status() == ExecutionStatus.BREAKPOINT
        || (execution.execution().status() == ExecutionStatus.PAUSED
            && execution.taskRuns().stream()
                .noneMatch(row -> row.status() == TaskRunStatus.PAUSED));
  }

  /** A shard knows of the timers that it has set itself; rows do not tell all of it. */
  private boolean isOfThePast(Command command) {
    return command instanceof FireTimer fire && !world.image().due(fire.timer()).equals(fire.due());
  }

  /** Whether the shard decides a command on the rows, too. */
  private static boolean needsRows(Command command) {
    return command instanceof RestartExecution
        || command instanceof RecoverExecution
        || command instanceof ContinueExecution;
  }

  /** The shard has a batch written. */
  void committing(CommitBatch batch) {
    Changes expected = foreseen;
    ExecutionId of = foreseenOf;
    foreseen = null;
    if (expected == null || of == null) {
      return;
    }
    world.tally().see(Sight.REPLAYED_DECISION);
    List<ExecutionChange> changes =
        expected.isEmpty()
            ? List.of()
            : List.of(
                new ExecutionChange(expected.execution(), expected.taskRuns(), expected.removed()));
    List<ExecutionChange> written =
        batch.executions().stream().filter(change -> change.id().equals(of)).toList();
    require(
        written.equals(changes),
        "From its rows, the execution would have written %s, but it writes %s",
        changes,
        written);
  }

  void turned() {
    foreseen = null;
  }

  /** Nothing waits and nothing is being written. */
  void settled(ServerProcess process) {
    if (settled++ % EVERY_SETTLED != 0) {
      return;
    }
    for (ExecutionId id : world.image().live()) {
      world.tally().see(Sight.RESTORED);
      checkNothingUndone(world.image().get(id), process);
    }
  }

  private void checkNothingUndone(DurableExecution execution, ServerProcess process) {
    ExecutionRecord record = execution.execution();
    ExecutionId id = record.id();
    Set<Integer> running = new HashSet<>();
    for (TaskRunRecord row : execution.taskRuns()) {
      if (!row.attempts().isEmpty() && !row.attempts().getLast().status().isTerminal()) {
        running.add(row.sequence());
        require(
            process.runs(row.execution(), row.sequence()),
            "The latest attempt of %s runs, but nobody runs it",
            row);
      }
      if (row.status() == TaskRunStatus.RETRYING) {
        checkTimer(new Timer.Key(id, Timer.Kind.RETRY, row.sequence()));
      }
    }
    if (record.status() == ExecutionStatus.CREATED) {
      checkTimer(new Timer.Key(id, Timer.Kind.START, null));
    }
    ExecutionState state = ExecutionState.restore(execution.plan(), execution.stored());
    var recovery = new RecoverExecution(id, running, Loss.CRASH);
    Decision decision =
        world.engine().decide(state, recovery, Admission.ALWAYS, world.agenda().instant());
    require(
        decision.events().stream().allMatch(event -> isRepeated(event, record))
            && decision.effects().stream().allMatch(this::isRepeated),
        "Execution %s has settled, but its rows say that there is more to do: %s %s",
        id,
        decision.events(),
        decision.effects());
  }

  /**
   * An agreement that was broken without consequences is found broken again, and a breakpoint that
   * somebody has let a task run pass is met again until that one has begun.
   */
  private static boolean isRepeated(Event event, ExecutionRecord record) {
    return event instanceof ExecutionRelabelled
        || (event instanceof BreakpointReached
            && Epochs.current(record).stream()
                .anyMatch(entry -> entry.status() == ExecutionStatus.BREAKPOINT));
  }

  /** What was done before and does no harm when it is done again. */
  private boolean isRepeated(Effect effect) {
    return effect instanceof KillTask
        || effect instanceof KillCall
        || effect instanceof Ask
        || effect instanceof WriteLog
        || (effect instanceof SetTimer set && world.image().isSet(set.timer().key()));
  }

  private void checkTimer(Timer.Key timer) {
    require(world.image().isSet(timer), "Nothing will ever fire %s", timer);
  }
}
