package dev.legato.testkit.simulation;

/**
 * What a simulation has seen, for the question whether it was worth it.
 *
 * @param trace a hash over all events; equal for equal seeds
 * @param foretold executions whose final status was compared with that of the model
 * @param replays decisions that were made a second time from stored rows
 */
public record Findings(
    long trace,
    long events,
    int executions,
    int attempts,
    int retries,
    int lostAttempts,
    int kills,
    int crashes,
    int failures,
    int duplicateReports,
    int foretold,
    int replays,
    int recoveries) {
  static final Findings NONE = new Findings(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

  static Findings of(World world) {
    Tally tally = world.tally();
    return new Findings(
        world.trace().hash(),
        world.trace().count(),
        tally.executions,
        tally.attempts,
        tally.retries,
        tally.lostAttempts,
        tally.kills,
        tally.crashes,
        tally.failedCommits + tally.unknownCommits + tally.failedHandovers,
        tally.duplicateReports,
        tally.foretold,
        tally.replays,
        tally.recoveries);
  }

  /** Both together. */
  public Findings plus(Findings other) {
    return new Findings(
        trace ^ other.trace,
        events + other.events,
        executions + other.executions,
        attempts + other.attempts,
        retries + other.retries,
        lostAttempts + other.lostAttempts,
        kills + other.kills,
        crashes + other.crashes,
        failures + other.failures,
        duplicateReports + other.duplicateReports,
        foretold + other.foretold,
        replays + other.replays,
        recoveries + other.recoveries);
  }
}
