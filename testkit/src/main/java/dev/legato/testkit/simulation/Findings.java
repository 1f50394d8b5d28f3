package dev.legato.testkit.simulation;

/**
 * What a simulation has seen, for the question whether it was worth it.
 *
 * @param trace a hash over all events; equal for equal seeds
 * @param foretold executions whose final status was compared with that of the model
 * @param queued how often an execution was seen waiting for a place
 * @param turnedAway executions that found no place and did not wait for one
 * @param holds how often somebody paused an execution as a whole
 * @param answers how often somebody was asked for the value of an expression
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
    int recoveries,
    int queued,
    int turnedAway,
    int holds,
    int answers) {
  static final Findings NONE = new Findings(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

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
        tally.recoveries,
        tally.queued,
        tally.turnedAway,
        tally.holds,
        tally.answers);
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
        recoveries + other.recoveries,
        queued + other.queued,
        turnedAway + other.turnedAway,
        holds + other.holds,
        answers + other.answers);
  }
}
