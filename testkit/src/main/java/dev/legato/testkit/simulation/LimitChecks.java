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
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What must hold between the executions of a flow that limits how many run at once. */
final class LimitChecks {
  /** How long a decision may be on its way to the disk, in microseconds. */
  private static final long MINUTE = 60_000_000;

  private final World world;

  /** Executions that somebody starts whether there is a place or not. */
  private final Set<ExecutionId> insisted = new LinkedHashSet<>();

  LimitChecks(World world) {
    this.world = world;
  }

  void insist(ExecutionId execution) {
    insisted.add(execution);
  }

  /** Which executions of each flow have a place. */
  Map<FlowId, Set<ExecutionId>> running() {
    var running = new LinkedHashMap<FlowId, Set<ExecutionId>>();
    for (ExecutionId id : world.image().live()) {
      ExecutionRecord execution = world.image().get(id).execution();
      if (hasPlace(execution)) {
        running.computeIfAbsent(execution.flow(), _ -> new LinkedHashSet<>()).add(id);
      }
    }
    return running;
  }

  private static boolean hasPlace(ExecutionRecord execution) {
    return switch (execution.status()) {
      case RUNNING, PAUSED, RETRYING, RESTARTED -> true;
      case KILLING -> hasStarted(execution);
      case CREATED, QUEUED, SUCCESS, WARNING, FAILED, KILLED, CANCELLED, RETRIED -> false;
    };
  }

  private static boolean hasStarted(ExecutionRecord execution) {
    return execution.history().entries().stream()
        .anyMatch(entry -> entry.status() == ExecutionStatus.RUNNING);
  }

  /**
   * Checks a batch that is on the disk now.
   *
   * @param before who had a place before
   */
  void check(CommitBatch batch, Map<FlowId, Set<ExecutionId>> before) {
    Map<FlowId, Set<ExecutionId>> after = running();
    long since = world.agenda().now() - MINUTE;
    for (ExecutionChange change : batch.executions()) {
      ExecutionRecord changed = change.execution();
      if (changed == null) {
        continue;
      }
      FlowId flow = changed.flow();
      Set<ExecutionId> had = before.getOrDefault(flow, Set.of());
      Set<ExecutionId> has = new LinkedHashSet<>(after.getOrDefault(flow, Set.of()));
      has.removeAll(insisted);
      boolean entered = has.contains(changed.id()) && !had.contains(changed.id());
      require(
          !entered || has.size() <= world.limits().highestSince(flow, since),
          "%d executions of %s run, more than its limit: %s",
          has.size(),
          flow,
          has);
      if (entered) {
        checkOrder(changed);
      }
      checkRefusal(changed, batch, had, since);
    }
  }

  /** Nobody who came later starts before those who came earlier. */
  private void checkOrder(ExecutionRecord started) {
    Instant queued = queuedAt(started);
    for (ExecutionId id : world.image().live()) {
      ExecutionRecord other = world.image().get(id).execution();
      boolean waits =
          other.flow().equals(started.flow()) && other.status() == ExecutionStatus.QUEUED;
      require(
          !waits || queued == null || !other.history().last().isBefore(queued),
          "%s starts before %s, which has waited for longer",
          started,
          other);
    }
  }

  private static @Nullable Instant queuedAt(ExecutionRecord execution) {
    return execution.history().entries().stream()
        .filter(entry -> entry.status() == ExecutionStatus.QUEUED)
        .map(StatusHistory.Entry::at)
        .reduce((_, last) -> last)
        .orElse(null);
  }

  /** Whoever is turned away or has to wait met a flow without a free place, or a queue. */
  private void checkRefusal(
      ExecutionRecord changed, CommitBatch batch, Set<ExecutionId> had, long since) {
    ExecutionStatus status = changed.status();
    boolean turnedAway =
        !hasStarted(changed)
            && queuedAt(changed) == null
            && (status == ExecutionStatus.CANCELLED || status == ExecutionStatus.FAILED);
    if (!turnedAway) {
      return;
    }
    world.tally().turnedAway++;
    long startedNow =
        batch.executions().stream()
            .map(ExecutionChange::execution)
            .filter(other -> other != null && other.flow().equals(changed.flow()))
            .filter(other -> !had.contains(other.id()) && hasStarted(other))
            .count();
    require(
        had.size() + startedNow >= world.limits().lowestSince(changed.flow(), since),
        "%s is turned away although there was a place",
        changed);
  }

  /** Nobody waits while there is a place; to be asked when everything has settled. */
  void checkNobodyWaitsInVain() {
    Map<FlowId, Set<ExecutionId>> running = running();
    for (ExecutionId id : world.image().live()) {
      ExecutionRecord execution = world.image().get(id).execution();
      int used = running.getOrDefault(execution.flow(), Set.of()).size();
      require(
          execution.status() != ExecutionStatus.QUEUED
              || used >= world.limits().now(execution.flow()),
          "%s waits although only %d run",
          execution,
          used);
      world.tally().queued += execution.status() == ExecutionStatus.QUEUED ? 1 : 0;
    }
  }
}
