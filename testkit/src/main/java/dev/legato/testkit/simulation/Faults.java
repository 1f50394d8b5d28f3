package dev.legato.testkit.simulation;

/**
 * What goes wrong in one simulation. Each kind is on or off per seed, so that some seeds show one
 * fault alone.
 *
 * @param crashes how often the process dies
 * @param clockSteps how often somebody sets the clock
 * @param failedCommit probability that a commit fails and is not durable
 * @param unknownCommit probability that a commit is durable but is reported as failed
 * @param unreachable probability that the store cannot be reached when a shard takes over
 * @param duplicateReport probability that a report comes again later
 * @param duplicateTimer probability that a timer goes off twice
 * @param slowCommit probability that a commit takes long
 * @param slowReport probability that a report takes long to arrive
 * @param failedHandover probability that a worker breaks off when it is handed a job
 */
record Faults(
    int crashes,
    int clockSteps,
    double failedCommit,
    double unknownCommit,
    double unreachable,
    double duplicateReport,
    double duplicateTimer,
    double slowCommit,
    double slowReport,
    double failedHandover) {
  static final Faults OFF = new Faults(0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

  static Faults random(Dice dice) {
    if (dice.happens(0.08)) {
      return OFF;
    }
    return new Faults(
        dice.nextBoolean() ? dice.nextInt(1, 5) : 0,
        dice.happens(0.3) ? dice.nextInt(1, 4) : 0,
        rate(dice),
        rate(dice),
        dice.nextBoolean() ? 0.3 : 0,
        rate(dice),
        rate(dice),
        rate(dice),
        rate(dice),
        rate(dice) / 4);
  }

  /** Nothing goes wrong any more. */
  boolean areOff() {
    return equals(OFF);
  }

  private static double rate(Dice dice) {
    return dice.nextBoolean() ? dice.between(5_000, 200_000) / 1e6 : 0;
  }
}
