package dev.legato.testkit.simulation;

import dev.legato.model.execution.ExecutionId;
import dev.legato.model.execution.ExecutionRecord;
import dev.legato.model.execution.ExecutionStatus;
import dev.legato.model.execution.StatusHistory;
import dev.legato.model.execution.StoredExecution;
import dev.legato.model.execution.TaskRunRecord;
import dev.legato.model.plan.Plan;
import dev.legato.model.plan.Step.LoopUntilStep;
import dev.legato.model.plan.Step.PauseStep;
import dev.legato.model.plan.StepPosition.Section;
import dev.legato.storage.CommitBatch.ExecutionChange;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** How planted mistakes change what the store writes and what it reads. */
final class Mistakes {
  private static final Instant FAR = Instant.parse("2100-01-01T00:00:00Z");

  private final World world;

  /** Executions that were deleted, but not everywhere. */
  private final Map<ExecutionId, ExecutionRecord> ghosts = new LinkedHashMap<>();

  Mistakes(World world) {
    this.world = world;
  }

  /**
   * What the store writes in place of a change.
   *
   * @param before absent when the execution is new
   */
  ExecutionChange written(ExecutionChange change, @Nullable DurableExecution before) {
    ExecutionRecord record = change.execution();
    List<TaskRunRecord> rows = change.taskRuns();
    if (world.isPlanted(PlantedBug.WRITES_PART_OF_A_BATCH) && rows.size() > 1) {
      return new ExecutionChange(record, rows.subList(0, rows.size() - 1), change.removed());
    }
    if (before == null || change.removed().isEmpty()) {
      return change;
    }
    boolean rewound = RowChecks.isRewound(before, change);
    Predicate<Integer> stays =
        sequence -> {
          TaskRunRecord row = before.find(sequence);
          return row != null
              && (rewound
                  ? world.isPlanted(PlantedBug.RESTARTS_WITH_ERROR_TASKS)
                      && before.position(row).section() == Section.ERRORS
                  : world.isPlanted(PlantedBug.KEEPS_EARLIER_ROUNDS) && inRound(before, row));
        };
    List<Integer> removed = change.removed().stream().filter(stays.negate()).toList();
    return new ExecutionChange(record, rows, removed);
  }

  private static boolean inRound(DurableExecution execution, TaskRunRecord row) {
    return row.parent() != null && execution.group(row.parent()) instanceof LoopUntilStep;
  }

  /** What the store reads in place of an execution. */
  StoredExecution read(StoredExecution stored) {
    ExecutionRecord record = stored.execution();
    Plan plan = world.plan(record.flow(), record.revision());
    if (world.isPlanted(PlantedBug.FORGETS_WHOM_A_KILL_SPARES)) {
      return new StoredExecution(record.change().sparesChildren(false).build(), stored.taskRuns());
    }
    if (world.isPlanted(PlantedBug.FORGETS_BREAKPOINTS)) {
      return new StoredExecution(record.change().breakpoints(List.of()).build(), stored.taskRuns());
    }
    if (world.isPlanted(PlantedBug.REPEATS_AFTER_TASKS)) {
      return without(stored, row -> section(plan, row) == Section.AFTER);
    }
    if (world.isPlanted(PlantedBug.REPEATS_WHAT_FOLLOWS_A_PAUSE)) {
      return without(
          stored,
          row ->
              section(plan, row) == Section.TASKS
                  && plan.position(row.taskId()).orElseThrow().parent() instanceof PauseStep);
    }
    return stored;
  }

  private static Section section(Plan plan, TaskRunRecord row) {
    return plan.position(row.taskId()).orElseThrow().section();
  }

  /** Without the task runs that are forgotten, and those below them. */
  private static StoredExecution without(StoredExecution stored, Predicate<TaskRunRecord> gone) {
    var kept = new LinkedHashMap<Integer, TaskRunRecord>();
    for (TaskRunRecord row : stored.taskRuns()) {
      boolean orphan = row.parent() != null && !kept.containsKey(row.parent());
      if (!orphan && !gone.test(row)) {
        kept.put(row.sequence(), row);
      }
    }
    return new StoredExecution(stored.execution(), new ArrayList<>(kept.values()));
  }

  /** Executions that have not ended, as the store sees them. */
  List<ExecutionId> live(List<ExecutionId> live) {
    if (world.isPlanted(PlantedBug.KEEPS_PLACES_OF_THE_ENDED)) {
      return world.image().executions().stream().map(it -> it.execution().id()).toList();
    }
    if (world.isPlanted(PlantedBug.KEEPS_PLACES_OF_THE_DELETED)) {
      var all = new ArrayList<>(live);
      all.addAll(ghosts.keySet());
      return all;
    }
    if (world.isPlanted(PlantedBug.FORGETS_THE_QUEUE)) {
      return live.stream()
          .filter(id -> world.image().get(id).execution().status() != ExecutionStatus.QUEUED)
          .toList();
    }
    boolean overlooks =
        world.isPlanted(PlantedBug.OVERLOOKS_LIVE_EXECUTION)
            && world.tally().count(Sight.CRASH) > 0
            && !live.isEmpty();
    return overlooks ? live.subList(1, live.size()) : live;
  }

  void deleted(ExecutionRecord execution) {
    if (world.isPlanted(PlantedBug.KEEPS_PLACES_OF_THE_DELETED)) {
      ghosts.put(
          execution.id(),
          with(execution, StatusHistory.of(ExecutionStatus.RUNNING, execution.history().start())));
    }
  }

  /** The record as the store reads it. */
  Optional<ExecutionRecord> read(Optional<ExecutionRecord> found, ExecutionId id) {
    return found.isEmpty() ? Optional.ofNullable(ghosts.get(id)) : found.flatMap(this::distorted);
  }

  private Optional<ExecutionRecord> distorted(ExecutionRecord record) {
    boolean queued = record.status() == ExecutionStatus.QUEUED;
    if (!queued && world.isPlanted(PlantedBug.FORGETS_WHO_RUNS)) {
      return Optional.empty();
    }
    if (queued && world.isPlanted(PlantedBug.REVERSES_THE_QUEUE)) {
      Instant mirrored = Instant.EPOCH.plus(Duration.between(record.history().last(), FAR));
      return Optional.of(with(record, StatusHistory.of(ExecutionStatus.QUEUED, mirrored)));
    }
    boolean ended = record.status().isTerminal();
    if (ended && world.isPlanted(PlantedBug.KEEPS_PLACES_OF_THE_ENDED)) {
      return Optional.of(
          with(record, StatusHistory.of(ExecutionStatus.RUNNING, record.history().start())));
    }
    return Optional.of(record);
  }

  private static ExecutionRecord with(ExecutionRecord it, StatusHistory<ExecutionStatus> history) {
    return it.change().history(history).build();
  }
}
