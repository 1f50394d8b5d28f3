package dev.legato.testkit.simulation;

import static dev.legato.testkit.simulation.InvariantViolation.require;

import dev.legato.model.execution.ExecutionId;
import dev.legato.model.execution.ExecutionRecord;
import dev.legato.model.execution.StoredExecution;
import dev.legato.model.execution.TaskRunRecord;
import dev.legato.model.execution.Timer;
import dev.legato.model.flow.FlowId;
import dev.legato.storage.CommitBatch;
import dev.legato.storage.CommitBatch.ExecutionChange;
import dev.legato.storage.CommitBatch.RequestKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is on the disk. Each write is checked against what was there before. */
final class DurableImage {
  private final World world;
  private final Map<ExecutionId, DurableExecution> executions = new LinkedHashMap<>();
  private final Set<ExecutionId> live = new LinkedHashSet<>();
  private final Map<Timer.Key, Timer> timers = new LinkedHashMap<>();
  private final Map<String, RequestKey> requests = new LinkedHashMap<>();
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

  Iterable<DurableExecution> executions() {
    return executions.values();
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
    Map<FlowId, Set<ExecutionId>> running = world.limitChecks().running();
    batch.executions().forEach(this::write);
    world.limitChecks().check(batch, running);
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
    ExecutionChange change = whole;
    if (world.isPlanted(PlantedBug.WRITES_PART_OF_A_BATCH) && change.taskRuns().size() > 1) {
      change = ExecutionChange.of(change.execution(), butLast(change.taskRuns()));
    }
    ExecutionId id = idOf(change);
    if (id == null) {
      return;
    }
    DurableExecution execution = executions.get(id);
    RowChecks.check(execution, change);
    if (execution == null) {
      ExecutionRecord created =
          InvariantViolation.present(
              change.execution(), id + " is written for the first time without its record");
      execution = new DurableExecution(world.plan(created.flow()), created);
      executions.put(id, execution);
      live.add(id);
    }
    Set<Integer> stopped = GroupChecks.stopped(execution, change);
    int known = execution.taskRuns().size();
    execution.write(change);
    execution.noteKill(world.agenda().now());
    GroupChecks.check(execution, change, known, stopped);
    if (execution.execution().status().isTerminal()) {
      live.remove(id);
    }
  }

  private static @Nullable ExecutionId idOf(ExecutionChange change) {
    if (change.execution() != null) {
      return change.execution().id();
    }
    return change.taskRuns().isEmpty() ? null : change.taskRuns().getFirst().execution();
  }

  private static List<TaskRunRecord> butLast(List<TaskRunRecord> taskRuns) {
    return taskRuns.subList(0, taskRuns.size() - 1);
  }

  private void rememberForUndo(CommitBatch batch) {
    var ids = new ArrayList<ExecutionId>();
    for (ExecutionChange change : batch.executions()) {
      ExecutionId id = idOf(change);
      if (id != null) {
        ids.add(id);
      }
    }
    undoIds = ids;
    undo = ids.stream().map(id -> find(id).map(DurableExecution::stored)).toList();
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
    var execution = new DurableExecution(world.plan(stored.execution().flow()), stored.execution());
    execution.write(ExecutionChange.of(null, stored.taskRuns()));
    executions.put(stored.execution().id(), execution);
    if (!stored.execution().status().isTerminal()) {
      live.add(stored.execution().id());
    }
  }
}
