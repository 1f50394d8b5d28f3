package dev.legato.orchestrator.shard;

import dev.legato.model.execution.ExecutionId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;

/**
 * Commands that need their execution as it is stored, while what was decided before is not durable
 * yet. Whatever else comes for such an execution waits behind them.
 */
final class Parking {
  private final Map<ExecutionId, Lot> lots = new LinkedHashMap<>();
  private volatile int size;

  /**
   * What waits for one execution.
   *
   * @param commit after which commit the first command can be decided
   */
  private record Lot(long commit, Queue<Request> requests) {}

  boolean holds(ExecutionId execution) {
    return lots.containsKey(execution);
  }

  /** Adds a command behind what waits for its execution already. */
  void add(Request request) {
    Lot lot = lots.get(request.command().execution());
    if (lot == null) {
      throw new IllegalStateException(
          "Expected commands to wait for %s, but none does"
              .formatted(request.command().execution()));
    }
    lot.requests().add(request);
    count();
  }

  /** Lets a command wait until a commit is durable. */
  void park(Request request, long commit) {
    var lot = new Lot(commit, new ArrayDeque<>());
    lot.requests().add(request);
    lots.put(request.command().execution(), lot);
    count();
  }

  /** Whether something waits for no other than this commit or an earlier one. */
  boolean hasReady(long durable) {
    return lots.values().stream().anyMatch(lot -> lot.commit() <= durable);
  }

  /** Takes what waited for one execution and can be decided now. */
  Optional<List<Request>> takeReady(long durable) {
    for (Map.Entry<ExecutionId, Lot> entry : lots.entrySet()) {
      if (entry.getValue().commit() <= durable) {
        lots.remove(entry.getKey());
        count();
        return Optional.of(List.copyOf(entry.getValue().requests()));
      }
    }
    return Optional.empty();
  }

  /** Takes everything, in the order of arrival for each execution. */
  List<Request> takeAll() {
    var all = new ArrayList<Request>();
    lots.values().forEach(lot -> all.addAll(lot.requests()));
    lots.clear();
    count();
    return all;
  }

  /** How many commands wait; may be asked from any thread. */
  int size() {
    return size;
  }

  private void count() {
    size = lots.values().stream().mapToInt(lot -> lot.requests().size()).sum();
  }
}
