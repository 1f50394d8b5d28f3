package dev.legato.testkit.simulation;

import dev.legato.model.flow.Concurrency;
import dev.legato.model.flow.FlowId;
import dev.legato.orchestrator.limit.Limits;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** How many executions of each flow may run at once; people change it now and then. */
final class SimulatedLimits implements Limits {
  static final int NONE = 1_000_000;

  private final World world;
  private final Map<FlowId, List<Change>> history = new LinkedHashMap<>();

  private record Change(long at, @Nullable Concurrency limit) {
    int size() {
      return limit == null ? NONE : limit.limit();
    }
  }

  SimulatedLimits(World world) {
    this.world = world;
  }

  void set(FlowId flow, @Nullable Concurrency limit) {
    history
        .computeIfAbsent(flow, _ -> new ArrayList<>(List.of(new Change(0, null))))
        .add(new Change(world.agenda().now(), limit));
  }

  @Override
  public Optional<Concurrency> of(FlowId flow) {
    List<Change> changes = history.get(flow);
    Concurrency limit = changes == null ? null : changes.getLast().limit();
    return Optional.ofNullable(limit)
        .map(it -> new Concurrency(Math.max(1, it.limit() + mistake(it)), it.behavior()));
  }

  private int mistake(Concurrency limit) {
    if (world.isPlanted(PlantedBug.EXCEEDS_LIMITS)) {
      return 1;
    }
    boolean queues = limit.behavior() == Concurrency.Behavior.QUEUE;
    boolean tooLow =
        (!queues && world.isPlanted(PlantedBug.TURNS_AWAY_TOO_EARLY))
            || (world.isPlanted(PlantedBug.MISREADS_LIMITS) && world.dice().happens(0.3));
    return tooLow ? -1 : 0;
  }

  /** The limit now; a very large number when there is none. */
  int now(FlowId flow) {
    List<Change> changes = history.get(flow);
    return changes == null ? NONE : changes.getLast().size();
  }

  /** The highest limit that was in force at some time since then. */
  int highestSince(FlowId flow, long since) {
    return inForceSince(flow, since).max().orElse(NONE);
  }

  int lowestSince(FlowId flow, long since) {
    return inForceSince(flow, since).min().orElse(NONE);
  }

  private IntStream inForceSince(FlowId flow, long since) {
    List<Change> changes = history.getOrDefault(flow, List.of());
    return IntStream.range(0, changes.size())
        .filter(i -> isLast(changes, i) || changes.get(i + 1).at() >= since)
        .filter(i -> isLast(changes, i) || changes.get(i + 1).at() > changes.get(i).at())
        .map(i -> changes.get(i).size());
  }

  private static boolean isLast(List<Change> changes, int i) {
    return i == changes.size() - 1;
  }
}
