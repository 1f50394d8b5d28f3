package dev.legato.testkit.simulation;

import java.util.EnumMap;
import java.util.Map;

/**
 * What a simulation has seen, for the question whether it was worth it.
 *
 * @param trace a hash over all events; equal for equal seeds
 * @param events how many there were
 * @param seen what was never seen is absent
 */
public record Findings(long trace, long events, Map<Sight, Integer> seen) {
  public static final Findings NONE = new Findings(0, 0, Map.of());

  static Findings of(World world) {
    return new Findings(world.trace().hash(), world.trace().count(), world.tally().all());
  }

  public int count(Sight sight) {
    return seen.getOrDefault(sight, 0);
  }

  /** Both together. */
  public Findings plus(Findings other) {
    var both = new EnumMap<Sight, Integer>(Sight.class);
    both.putAll(seen);
    other.seen.forEach((sight, count) -> both.merge(sight, count, Integer::sum));
    return new Findings(trace ^ other.trace, events + other.events, both);
  }
}
