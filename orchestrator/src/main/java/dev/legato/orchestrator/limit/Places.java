package dev.legato.orchestrator.limit;

import dev.legato.model.execution.ExecutionId;
import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The places and the queue of one flow. Each place has a name, the id of an execution. */
final class Places {
  private static final Comparator<Turn> ORDER =
      Comparator.comparing(Turn::since).thenComparing(turn -> turn.execution().value());

  private static final SortedSet<Turn> NOBODY = Collections.emptySortedSet();

  /** The place of each execution that runs. */
  private final Map<ExecutionId, ExecutionId> placeOf = new HashMap<>();

  /** How many executions share each place that is taken. */
  private final Map<ExecutionId, Integer> taken = new HashMap<>();

  /** The place that each waiting execution would take, first come first. */
  private final TreeMap<Turn, ExecutionId> queue = new TreeMap<>(ORDER);

  private final Map<ExecutionId, Turn> turns = new HashMap<>();

  /** Who waits for a place of another execution: their caller's. */
  private final Map<ExecutionId, SortedSet<Turn>> sharers = new HashMap<>();

  /** Those of them whose place is taken: they need no room, and so they wait for nobody. */
  private final TreeSet<Turn> ready = new TreeSet<>(ORDER);

  private record Turn(Instant since, ExecutionId execution) {}

  boolean isEmpty() {
    return placeOf.isEmpty() && queue.isEmpty();
  }

  boolean runs(ExecutionId execution) {
    return placeOf.containsKey(execution);
  }

  boolean waits(ExecutionId execution) {
    return turns.containsKey(execution);
  }

  boolean someoneWaits() {
    return !queue.isEmpty();
  }

  boolean isTaken(ExecutionId place) {
    return taken.containsKey(place);
  }

  int used() {
    return taken.size();
  }

  int waiting() {
    return queue.size();
  }

  /** From 1; 0 for an execution that does not wait. */
  int position(ExecutionId execution) {
    Turn turn = turns.get(execution);
    return turn == null ? 0 : queue.headMap(turn, true).size();
  }

  void take(ExecutionId execution, ExecutionId place) {
    stopWaiting(execution);
    if (placeOf.putIfAbsent(execution, place) == null && taken.merge(place, 1, Integer::sum) == 1) {
      ready.addAll(sharers.getOrDefault(place, NOBODY));
    }
  }

  void enqueue(ExecutionId execution, ExecutionId place, Instant since) {
    var turn = new Turn(since, execution);
    queue.put(turn, place);
    turns.put(execution, turn);
    if (!place.equals(execution)) {
      sharers.computeIfAbsent(place, _ -> new TreeSet<>(ORDER)).add(turn);
      if (isTaken(place)) {
        ready.add(turn);
      }
    }
  }

  /** Neither runs nor waits any more. */
  void leave(ExecutionId execution) {
    stopWaiting(execution);
    ExecutionId place = placeOf.remove(execution);
    if (place != null
        && taken.computeIfPresent(place, (_, sharing) -> sharing == 1 ? null : sharing - 1)
            == null) {
      ready.removeAll(sharers.getOrDefault(place, NOBODY));
    }
  }

  /**
   * The next one to start, which takes its place: whoever shares a place that is taken, else
   * whoever came first.
   *
   * @param limit how many places there are
   * @return null when nobody waits or there is no room
   */
  @Nullable ExecutionId admitNext(int limit) {
    Turn first = !ready.isEmpty() ? ready.first() : queue.isEmpty() ? null : queue.firstKey();
    ExecutionId place = first == null ? null : queue.get(first);
    if (first == null || place == null || !hasRoom(place, limit)) {
      return null;
    }
    take(first.execution(), place);
    return first.execution();
  }

  boolean hasRoom(ExecutionId place, int limit) {
    return isTaken(place) || used() < limit;
  }

  private void stopWaiting(ExecutionId execution) {
    Turn turn = turns.remove(execution);
    ExecutionId place = turn == null ? null : queue.remove(turn);
    if (turn == null || place == null) {
      return;
    }
    ready.remove(turn);
    sharers.computeIfPresent(
        place,
        (_, waiting) -> {
          waiting.remove(turn);
          return waiting.isEmpty() ? null : waiting;
        });
  }
}
