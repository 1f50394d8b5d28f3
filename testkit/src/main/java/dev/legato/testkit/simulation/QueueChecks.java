package dev.legato.testkit.simulation;

import static dev.legato.testkit.simulation.InvariantViolation.require;

import dev.legato.model.execution.ExecutionId;
import dev.legato.model.execution.ExecutionRecord;
import dev.legato.model.execution.ExecutionStatus;
import dev.legato.model.execution.StatusHistory;
import dev.legato.model.flow.FlowId;
import dev.legato.storage.CommitBatch;
import dev.legato.storage.CommitBatch.ExecutionChange;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What must hold in the queues of flows: executions start in the order in which they came, and
 * nobody waits while there is room. Who came first is known from the commits alone.
 */
final class QueueChecks {
  private final World world;
  private final Map<FlowId, Map<ExecutionId, Turn>> queues = new LinkedHashMap<>();

  /** Since when somebody waits although there is room, in microseconds. */
  private final Map<FlowId, Long> inVain = new LinkedHashMap<>();

  private int arrivals;

  /**
   * When an execution came.
   *
   * @param since as its history says
   */
  private record Turn(int number, Instant since) {}

  /** Which executions have which places, before and after a commit. */
  record Running(Map<ExecutionId, ExecutionId> before, Map<ExecutionId, ExecutionId> after) {
    boolean isNew(ExecutionId execution) {
      return after.containsKey(execution) && !before.containsKey(execution);
    }

    /** Whether it takes no place of its own, because others have it already. */
    boolean shares(ExecutionId execution, ExecutionId place) {
      return before.containsValue(place)
          || after.entrySet().stream()
              .anyMatch(it -> it.getValue().equals(place) && !it.getKey().equals(execution));
    }
  }

  QueueChecks(World world) {
    this.world = world;
  }

  /** Checks what a batch that is on the disk now means for the queue of one flow. */
  void check(FlowId flow, CommitBatch batch, Running running) {
    Map<ExecutionId, Turn> queue = queues.computeIfAbsent(flow, _ -> new LinkedHashMap<>());
    List<ExecutionRecord> changed = changed(flow, batch);
    List<Map.Entry<ExecutionId, Turn>> waiting =
        queue.entrySet().stream().filter(it -> stillWaits(it.getKey(), it.getValue())).toList();
    var called = new ArrayList<ExecutionRecord>();
    for (ExecutionRecord record : changed) {
      if (running.isNew(record.id()) && mustQueue(record, running, waiting)) {
        Turn turn = queue.get(record.id());
        checkTurn(record, turn, waiting, running);
        if (turn != null) {
          called.add(record);
        }
      }
    }
    checkOrder(called, queue);
    queue.entrySet().removeIf(it -> !stillWaits(it.getKey(), it.getValue()));
    changed.stream()
        .filter(it -> it.status() == ExecutionStatus.QUEUED && !queue.containsKey(it.id()))
        .sorted(
            Comparator.<ExecutionRecord, Instant>comparing(it -> it.history().last())
                .thenComparing(it -> it.id().value()))
        .forEach(it -> queue.put(it.id(), new Turn(arrivals++, it.history().last())));
  }

  private static List<ExecutionRecord> changed(FlowId flow, CommitBatch batch) {
    return batch.executions().stream()
        .map(ExecutionChange::execution)
        .filter(Objects::nonNull)
        .filter(record -> record.flow().equals(flow))
        .toList();
  }

  private boolean stillWaits(ExecutionId id, Turn turn) {
    ExecutionRecord now =
        world.image().find(id).map(DurableExecution::execution).orElse(null); // absent if deleted
    return now != null
        && now.status() == ExecutionStatus.QUEUED
        && now.history().last().equals(turn.since());
  }

  /**
   * Who shares a place waits for nobody. Of others who wait for the same place one may have been
   * admitted, although that is not on the disk yet.
   */
  private boolean mustQueue(
      ExecutionRecord record, Running running, List<Map.Entry<ExecutionId, Turn>> waiting) {
    ExecutionId place = world.limitChecks().placeOf(record);
    return !world.people().insisted().contains(record.id())
        && !running.shares(record.id(), place)
        && waiting.stream()
            .map(Map.Entry::getKey)
            .filter(id -> !id.equals(record.id()))
            .noneMatch(id -> placeOf(id).equals(Optional.of(place)));
  }

  private Optional<ExecutionId> placeOf(ExecutionId id) {
    return world
        .image()
        .find(id)
        .map(DurableExecution::execution)
        .map(record -> world.limitChecks().placeOf(record));
  }

  /** Nobody who came later starts before those who came earlier. */
  private void checkTurn(
      ExecutionRecord started,
      @Nullable Turn turn,
      List<Map.Entry<ExecutionId, Turn>> waiting,
      Running running) {
    List<ExecutionId> overtaken =
        waiting.stream()
            .filter(it -> turn == null || it.getValue().number() < turn.number())
            .map(Map.Entry::getKey)
            .toList();
    if (overtaken.isEmpty()) {
      return;
    }
    // whoever has not queued may find room beside all others, who are being admitted
    long since = world.agenda().now() - LimitChecks.MINUTE;
    boolean roomForAll =
        placesWith(overtaken, running) <= world.limits().highestSince(started.flow(), since);
    require(
        turn == null && roomForAll,
        "%s starts before %s, which have waited for longer",
        started,
        overtaken);
  }

  /** How many places are taken once others run, too; they may share those of their callers. */
  private int placesWith(List<ExecutionId> others, Running running) {
    Set<ExecutionId> places = new HashSet<>(running.after().values());
    others.forEach(other -> placeOf(other).ifPresent(places::add));
    return places.size();
  }

  /** Those that start together start in the order in which they came. */
  private static void checkOrder(List<ExecutionRecord> called, Map<ExecutionId, Turn> queue) {
    var inOrder = new ArrayList<>(called);
    inOrder.sort(
        Comparator.comparingInt(record -> Objects.requireNonNull(queue.get(record.id())).number()));
    for (int i = 1; i < inOrder.size(); i++) {
      ExecutionRecord first = inOrder.get(i - 1);
      ExecutionRecord second = inOrder.get(i);
      require(
          !startOf(second).isBefore(startOf(first)),
          "%s starts before %s, which has waited for longer",
          second,
          first);
    }
  }

  private static Instant startOf(ExecutionRecord record) {
    return Epochs.current(record).stream()
        .filter(entry -> entry.status() == ExecutionStatus.RUNNING)
        .map(StatusHistory.Entry::at)
        .findFirst()
        .orElse(Instant.MIN);
  }

  /**
   * Nobody waits for longer than it takes while there is room, nor for a place of a caller that
   * runs. Called after each step.
   *
   * @param disturbed whether nobody can be started now, because the server or its store is away
   */
  void watch(boolean disturbed) {
    if (disturbed) {
      inVain.clear();
      return;
    }
    boolean nobody = queues.values().stream().allMatch(Map::isEmpty);
    if (nobody) {
      inVain.clear();
      return;
    }
    Map<FlowId, Map<ExecutionId, ExecutionId>> running = world.limitChecks().running();
    queues.forEach(
        (flow, queue) -> {
          Map<ExecutionId, ExecutionId> places = running.getOrDefault(flow, Map.of());
          boolean room = new HashSet<>(places.values()).size() < world.limits().now(flow);
          boolean someoneWaits =
              queue.entrySet().stream().anyMatch(it -> stillWaits(it.getKey(), it.getValue()));
          if (!room || !someoneWaits) {
            inVain.remove(flow);
            return;
          }
          long since = inVain.computeIfAbsent(flow, _ -> world.agenda().now());
          long waited = world.agenda().now() - since;
          require(waited <= patience(), "%s waits in vain for %d µs", queue.keySet(), waited);
        });
  }

  /** A second, and what a slow disk takes. */
  private long patience() {
    return world.faults().slowCommit() > 0 ? 3_000_000 : 1_000_000;
  }
}
