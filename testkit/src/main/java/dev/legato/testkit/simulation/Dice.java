package dev.legato.testkit.simulation;

import java.util.List;
import java.util.random.RandomGenerator;

/** Chance that follows from a seed: SplitMix64 (Steele, Lea, Flood 2014). */
final class Dice implements RandomGenerator {
  private long state;

  Dice(long seed) {
    this.state = mix(seed);
  }

  @Override
  public long nextLong() {
    state += 0x9E3779B97F4A7C15L;
    return mix(state);
  }

  /** Whether something of this probability happens now. */
  boolean happens(double probability) {
    return probability > 0 && nextDouble() < probability;
  }

  /** A number between the bounds, small ones as likely as large ones. */
  long between(long min, long max) {
    double span = Math.log((double) max / min);
    return (long) (min * Math.exp(nextDouble() * span));
  }

  <T> T oneOf(List<T> choices) {
    return choices.get(nextInt(choices.size()));
  }

  static long mix(long bits) {
    long z = (bits ^ (bits >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
