package dev.legato.testkit.simulation;

import static dev.legato.testkit.simulation.InvariantViolation.require;

import dev.legato.model.execution.ExecutionId;
import dev.legato.model.execution.ExecutionRecord;
import dev.legato.model.execution.StoredExecution;
import dev.legato.model.execution.Timer;
import dev.legato.model.flow.FlowId;
import dev.legato.storage.CommitBatch;
import dev.legato.storage.CommitBatch.ExecutionChange;
import dev.legato.storage.CommitBatch.RequestKey;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What is on the disk. Each write is checked against what was there before. */
final class DurableImage {
  private final World world;
  private final Map<ExecutionId, DurableExecution> executions = new LinkedHashMap<>();
  private final Set<ExecutionId> live = new LinkedHashSet<>();
  private final Map<Timer.Key, Timer> timers = new LinkedHashMap<>();
  private final Map<String, RequestKey> requests = new LinkedHashMap<>();
  private final Set<ExecutionId> deleted = new HashSet<>();
  private final Map<Timer.Key, Instant> due = new HashMap<>();
  private int commits;
  private List<Optional<StoredExecution>> undo = List.of();
  private List<ExecutionId> undoIds = List.of();

  DurableImage(World world) {
    this.world = world;
  }

  int commits() {
    return commits;
  }

  Optional<DurableExecution> find(ExecutionId id) {
    return Optional.ofNullable(executions.get(id));
  }

  /** An execution that must be there. */
  DurableExecution get(ExecutionId id) {
    DurableExecution execution = executions.get(id);
    if (execution == null) {
      throw new InvariantViolation("Execution %s is not durable".formatted(id));
    }
    return execution;
  }

  List<DurableExecution> executions() {
    return List.copyOf(executions.values());
  }

  List<ExecutionId> live() {
    return List.copyOf(live);
  }

  List<Timer> timers() {
    return timers.values().stream().sorted(Comparator.comparing(Timer::due)).toList();
  }

  boolean holds(Timer timer) {
    return timer.equals(timers.get(timer.key()));
  }

  boolean isSet(Timer.Key timer) {
    return timers.containsKey(timer);
  }

  /** When a timer that was set at some time was due the last time. */
  Instant due(Timer.Key timer) {
    return due.getOrDefault(timer, Instant.MAX);
  }

  Optional<RequestKey> request(String key) {
    return Optional.ofNullable(requests.get(key));
  }

  void write(CommitBatch batch) {
    commits++;
    if (world.isPlanted(PlantedBug.LOSES_ACKNOWLEDGED_COMMIT)) {
      rememberForUndo(batch);
    }
    Map<FlowId, Map<ExecutionId, ExecutionId>> running = world.limitChecks().running();
    batch.executions().forEach(this::write);
    world.limitChecks().check(batch, running);
    checkFamilies(batch);
    if (!world.isPlanted(PlantedBug.KEEPS_CANCELLED_TIMERS)) {
      batch.timersCancelled().forEach(timers::remove);
    }
    for (Timer timer : batch.timersSet()) {
      timers.put(timer.key(), timer);
      due.put(timer.key(), timer.due());
    }
    for (RequestKey request : batch.requests()) {
      RequestKey known = requests.put(request.key(), request);
      require(known == null, "Request %s makes two executions", request.key());
    }
  }

  private void write(ExecutionChange whole) {
    DurableExecution execution = executions.get(whole.id());
    ExecutionChange change = world.mistakes().written(whole, execution);
    RowChecks.check(execution, change, world.people());
    boolean rewound = RowChecks.isRewound(execution, change);
    if (execution == null) {
      execution = create(change);
    }
    Set<Integer> known = new HashSet<>();
    execution.taskRuns().forEach(row -> known.add(row.sequence()));
    Set<Integer> stopped = rewound ? Set.of() : GroupChecks.stopped(execution, change);
    execution.write(change);
    execution.noteKill(world.agenda().now());
    if (!rewound) {
      TimeChecks.checkRounds(world, execution, change);
    }
    GroupChecks.check(execution, change, known, stopped, world.people());
    if (execution.execution().over()) {
      live.remove(whole.id());
    } else {
      live.add(whole.id());
    }
    note(execution, change, rewound);
  }

  private DurableExecution create(ExecutionChange change) {
    ExecutionRecord created =
        InvariantViolation.present(
            change.execution(), change.id() + " is written for the first time without its record");
    require(!deleted.contains(created.id()), "%s comes back after it was deleted", created);
    var execution = new DurableExecution(world.plan(created.flow(), created.revision()), created);
    executions.put(created.id(), execution);
    world.family().born(created);
    world.family().note(created);
    if (Epochs.isCopy(created)) {
      execution.inherit(change.taskRuns());
      world.tally().see(Sight.COPY);
    }
    return execution;
  }

  private void note(DurableExecution execution, ExecutionChange change, boolean rewound) {
    change.removed().forEach(_ -> world.tally().see(Sight.REMOVED_TASK_RUN));
    if (rewound) {
      world.tally().see(Sight.RESTART);
    }
    if (change.execution() != null && execution.execution().over()) {
      boolean settled = execution.execution().verdict() != null;
      if (settled) {
        world.tally().see(Sight.VERDICT);
      }
    }
  }

  /** Checks what a batch means for those who called the executions in it. */
  private void checkFamilies(CommitBatch batch) {
    for (ExecutionChange change : batch.executions()) {
      find(change.id()).ifPresent(execution -> world.family().check(execution, change));
    }
  }

  /** Removes an execution with all that belongs to it; false when there is none. */
  boolean delete(ExecutionId id) {
    DurableExecution execution = executions.remove(id);
    if (execution == null) {
      return false;
    }
    deleted.add(id);
    live.remove(id);
    timers.keySet().removeIf(timer -> timer.execution().equals(id));
    world.mistakes().deleted(execution.execution());
    return true;
  }

  boolean isDeleted(ExecutionId id) {
    return deleted.contains(id);
  }

  private void rememberForUndo(CommitBatch batch) {
    undoIds = batch.executions().stream().map(ExecutionChange::id).toList();
    undo = undoIds.stream().map(id -> find(id).map(DurableExecution::stored)).toList();
  }

  /** Takes back what the last write did to executions. */
  void undoLast() {
    for (int i = 0; i < undoIds.size(); i++) {
      ExecutionId id = undoIds.get(i);
      executions.remove(id);
      live.remove(id);
      undo.get(i).ifPresent(this::put);
    }
    undoIds = List.of();
  }

  private void put(StoredExecution stored) {
    ExecutionRecord record = stored.execution();
    var execution = new DurableExecution(world.plan(record.flow(), record.revision()), record);
    execution.write(ExecutionChange.of(null, stored.taskRuns()));
    executions.put(record.id(), execution);
    if (!record.over()) {
      live.add(record.id());
    }
  }
}
