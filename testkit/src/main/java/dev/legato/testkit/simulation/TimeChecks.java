package dev.legato.testkit.simulation;

import static dev.legato.testkit.simulation.InvariantViolation.require;

import dev.legato.model.execution.ExecutionRecord;
import dev.legato.model.execution.ExecutionStatus;
import dev.legato.model.execution.StatusHistory;
import dev.legato.model.execution.TaskRunRecord;
import dev.legato.model.execution.TaskRunStatus;
import dev.legato.model.execution.Timer;
import dev.legato.model.plan.Agreement;
import dev.legato.model.plan.Agreement.MaxDuration;
import dev.legato.model.plan.Step;
import dev.legato.model.plan.Step.LoopUntilStep;
import dev.legato.model.plan.Step.PauseStep;
import dev.legato.storage.CommitBatch.ExecutionChange;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** What must hold between the times at which things were due and those at which they happened. */
final class TimeChecks {
  /** How much later than due something may happen while everything fails. */
  private static final Duration LATE = Duration.ofMinutes(3);

  private final World world;
  private final DurableExecution execution;
  private final ExecutionRecord record;

  TimeChecks(World world, DurableExecution execution) {
    this.world = world;
    this.execution = execution;
    this.record = execution.execution();
  }

  /** Checks an execution that is over. */
  void check() {
    if (world.people().insisted().contains(record.id()) || Epochs.wentBack(record)) {
      return;
    }
    checkSchedule();
    execution.taskRuns().forEach(this::checkPause);
    boolean clockIsReliable = world.tally().count(Sight.CLOCK_STEP) == 0;
    if (clockIsReliable) {
      execution.plan().rules().agreements().forEach(this::checkAgreement);
    }
  }

  private void checkSchedule() {
    Instant schedule = record.scheduleDate();
    for (StatusHistory.Entry<ExecutionStatus> entry : record.history().entries()) {
      if (schedule != null && entry.status() == ExecutionStatus.RUNNING) {
        require(!entry.at().isBefore(schedule), "%s starts before its time", record);
      }
    }
  }

  /** A pause that nobody has ended lasts as long as it should. */
  private void checkPause(TaskRunRecord row) {
    Step step = execution.position(row).step();
    PauseEnd end = PauseEnd.of(step, row).orElse(null);
    boolean byItself = end != null && end.byItself();
    if (end != null && step instanceof PauseStep pause && pause.approval() != null) {
      world.tally().see(Sight.DECISION);
    }
    List<StatusHistory.Entry<TaskRunStatus>> entries = row.history().entries();
    for (int i = 1; i < entries.size() && byItself; i++) {
      if (entries.get(i - 1).status() == TaskRunStatus.PAUSED) {
        var timer = new Timer.Key(record.id(), Timer.Kind.PAUSE, row.sequence());
        require(
            !entries.get(i).at().isBefore(world.image().due(timer)),
            "%s ends before %s",
            row,
            world.image().due(timer));
      }
    }
  }

  /** The rounds of a loop begin when their time has come. */
  static void checkRounds(World world, DurableExecution execution, ExecutionChange change) {
    for (TaskRunRecord row : change.taskRuns()) {
      TaskRunRecord loop = row.parent() == null ? null : execution.find(row.parent());
      if (loop != null
          && execution.position(loop).step() instanceof LoopUntilStep
          && execution.position(row).index() == 0
          && change.removed().stream().anyMatch(gone -> gone < row.sequence())) {
        var timer = new Timer.Key(row.execution(), Timer.Kind.ROUND, loop.sequence());
        Instant due = world.image().due(timer);
        require(
            due.equals(Instant.MAX) || !row.history().start().isBefore(due),
            "A round begins before %s: %s",
            due,
            row);
      }
    }
  }

  /** An execution that has no more time is stopped. */
  private void checkAgreement(Agreement agreement) {
    if (!(agreement instanceof MaxDuration limit)
        || agreement.behavior() == Agreement.Behavior.NONE) {
      return;
    }
    Instant start = null;
    for (StatusHistory.Entry<ExecutionStatus> entry : record.history().entries()) {
      if (start == null && entry.status() == ExecutionStatus.RUNNING) {
        start = entry.at();
      }
      boolean stops = entry.status() == ExecutionStatus.KILLING || entry.status().isTerminal();
      if (start != null && stops) {
        Instant latest = start.plus(limit.duration()).plus(LATE);
        require(!entry.at().isAfter(latest), "%s runs on although its time was over", record);
        return;
      }
    }
  }
}
