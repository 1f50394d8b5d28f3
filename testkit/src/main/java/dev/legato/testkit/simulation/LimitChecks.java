package dev.legato.testkit.simulation;

import static dev.legato.testkit.simulation.InvariantViolation.require;

import dev.legato.model.execution.Caller;
import dev.legato.model.execution.ExecutionId;
import dev.legato.model.execution.ExecutionRecord;
import dev.legato.model.execution.ExecutionStatus;
import dev.legato.model.execution.StatusHistory;
import dev.legato.model.flow.FlowId;
import dev.legato.orchestrator.limit.Slots;
import dev.legato.storage.CommitBatch;
import dev.legato.storage.CommitBatch.ExecutionChange;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What must hold between the executions of a flow that limits how many run at once. */
final class LimitChecks {
  /** How long a decision may be on its way to the disk, in microseconds. */
  static final long MINUTE = 60_000_000;

  private final World world;

  private final QueueChecks queues;

  /** Executions that found no place and did not wait for one. */
  private final Set<ExecutionId> refused = new HashSet<>();

  LimitChecks(World world) {
    this.world = world;
    this.queues = new QueueChecks(world);
  }

  /** Which executions of each flow have a place, and which place; some share one. */
  Map<FlowId, Map<ExecutionId, ExecutionId>> running() {
    var running = new LinkedHashMap<FlowId, Map<ExecutionId, ExecutionId>>();
    for (ExecutionId id : world.image().live()) {
      ExecutionRecord execution = world.image().get(id).execution();
      if (hasPlace(execution)) {
        running
            .computeIfAbsent(execution.flow(), _ -> new LinkedHashMap<>())
            .put(id, placeOf(execution));
      }
    }
    return running;
  }

  private static boolean hasPlace(ExecutionRecord execution) {
    return switch (execution.status()) {
      case RUNNING, PAUSED, RETRYING, BREAKPOINT, RESTARTED -> true;
      case KILLING -> Epochs.hasStarted(execution);
      case CREATED, QUEUED, SUCCESS, WARNING, FAILED, KILLED, CANCELLED, RETRIED -> false;
    };
  }

  /** That of the outermost caller of the same flow. */
  ExecutionId placeOf(ExecutionRecord execution) {
    ExecutionId place = execution.id();
    Caller caller = execution.caller();
    while (caller != null) {
      DurableExecution calling = world.image().find(caller.execution()).orElse(null);
      if (calling == null) {
        return place;
      }
      if (calling.execution().flow().equals(execution.flow())) {
        place = calling.execution().id();
      }
      caller = calling.execution().caller();
    }
    return place;
  }

  /**
   * Checks a batch that is on the disk now.
   *
   * @param before who had a place before
   */
  void check(CommitBatch batch, Map<FlowId, Map<ExecutionId, ExecutionId>> before) {
    Map<FlowId, Map<ExecutionId, ExecutionId>> after = running();
    long since = world.agenda().now() - MINUTE;
    for (ExecutionChange change : batch.executions()) {
      ExecutionRecord changed = change.execution();
      if (changed == null) {
        continue;
      }
      FlowId flow = changed.flow();
      Map<ExecutionId, ExecutionId> had = before.getOrDefault(flow, Map.of());
      var has = new LinkedHashMap<>(after.getOrDefault(flow, Map.of()));
      has.values().removeAll(insistedPlaces(has));
      boolean entered = has.containsKey(changed.id()) && !had.containsKey(changed.id());
      int places = new HashSet<>(has.values()).size();
      require(
          !entered
              || had.containsValue(placeOf(changed))
              || places <= world.limits().highestSince(flow, since),
          "%d executions of %s run, more than its limit: %s",
          places,
          flow,
          has);
      if (entered && world.limits().now(flow) < SimulatedLimits.NONE) {
        noteEntry(changed);
      }
      checkRefusal(changed, batch, had, since);
      checkNoWaitForAncestor(changed, after.getOrDefault(flow, Map.of()));
    }
    for (FlowId flow : world.flows()) {
      var running =
          new QueueChecks.Running(
              before.getOrDefault(flow, Map.of()), after.getOrDefault(flow, Map.of()));
      queues.check(flow, batch, running);
    }
  }

  /** Whoever goes on takes a place, too, or queues. */
  private void noteEntry(ExecutionRecord entered) {
    if (Epochs.isCopy(entered)) {
      world.tally().see(Sight.PLACE_OF_A_COPY);
    } else if (Epochs.current(entered).getFirst().status() == ExecutionStatus.RESTARTED) {
      world.tally().see(Sight.PLACE_OF_A_RESTART);
    } else if (entered.attemptNumber() > 1) {
      world.tally().see(Sight.PLACE_OF_A_SUCCESSOR);
    }
  }

  /** Nobody waits for longer than it takes; called after each step. */
  void watch(boolean disturbed) {
    queues.watch(disturbed);
  }

  /** Places that somebody has insisted on; who shares one of them waits for nobody either. */
  private Set<ExecutionId> insistedPlaces(Map<ExecutionId, ExecutionId> running) {
    var places = new HashSet<ExecutionId>();
    running.forEach(
        (execution, place) -> {
          if (world.people().insisted().contains(execution)) {
            places.add(place);
          }
        });
    return places;
  }

  private static @Nullable Instant queuedAt(ExecutionRecord execution) {
    return Epochs.current(execution).stream()
        .filter(entry -> entry.status() == ExecutionStatus.QUEUED)
        .map(StatusHistory.Entry::at)
        .reduce((_, last) -> last)
        .orElse(null);
  }

  /** An execution never waits for a place that only its own end would set free. */
  private void checkNoWaitForAncestor(
      ExecutionRecord changed, Map<ExecutionId, ExecutionId> running) {
    ExecutionId place = placeOf(changed);
    require(
        changed.status() != ExecutionStatus.QUEUED
            || place.equals(changed.id())
            || !running.containsKey(place),
        "%s waits for the place of its caller %s",
        changed,
        place);
  }

  /** Whoever is turned away or has to wait met a flow without a free place, or a queue. */
  private void checkRefusal(
      ExecutionRecord changed, CommitBatch batch, Map<ExecutionId, ExecutionId> had, long since) {
    ExecutionStatus status = changed.status();
    boolean turnedAway =
        !Epochs.hasStarted(changed)
            && !Epochs.wasKilled(changed)
            && queuedAt(changed) == null
            && !world.people().corrected(changed.id())
            && (status == ExecutionStatus.CANCELLED || status == ExecutionStatus.FAILED);
    if (!turnedAway || !refused.add(changed.id())) {
      return;
    }
    world.tally().see(Sight.TURNED_AWAY);
    var places = new HashSet<>(had.values());
    batch.executions().stream()
        .map(ExecutionChange::execution)
        .filter(other -> other != null && other.flow().equals(changed.flow()))
        .filter(other -> !had.containsKey(other.id()) && Epochs.hasStarted(other))
        .map(this::placeOf)
        .forEach(places::add);
    require(
        places.size() >= world.limits().lowestSince(changed.flow(), since),
        "%s is turned away although there was a place",
        changed);
  }

  /** What must hold when everything has settled. */
  void checkAtRest(Slots slots) {
    Map<FlowId, Map<ExecutionId, ExecutionId>> running = running();
    for (FlowId flow : world.flows()) {
      Set<ExecutionId> places = new HashSet<>(running.getOrDefault(flow, Map.of()).values());
      if (slots.used(flow) != places.size()) {
        throw new InvariantViolation(
            "%d places of %s are taken, but by right only %s of %s"
                .formatted(slots.used(flow), flow, places, histories(flow)));
      }
    }
    checkNobodyWaitsInVain(running);
  }

  private List<String> histories(FlowId flow) {
    return world.image().executions().stream()
        .map(DurableExecution::execution)
        .filter(execution -> execution.flow().equals(flow))
        .map(execution -> execution.id() + " " + execution.history())
        .toList();
  }

  private void checkNobodyWaitsInVain(Map<FlowId, Map<ExecutionId, ExecutionId>> running) {
    List<ExecutionId> live = world.image().live();
    for (ExecutionId id : live) {
      ExecutionRecord execution = world.image().get(id).execution();
      if (execution.status() != ExecutionStatus.QUEUED) {
        continue;
      }
      var used = new HashSet<>(running.getOrDefault(execution.flow(), Map.of()).values());
      require(
          !used.contains(placeOf(execution)),
          "%s waits for the place of its caller %s",
          execution,
          placeOf(execution));
      require(
          used.size() >= world.limits().now(execution.flow()),
          "%s waits although only %s run",
          execution,
          used);
      world.tally().see(Sight.QUEUED);
    }
  }
}
