package dev.legato.testkit.simulation;

/** How much a simulation has seen of what it is there for. */
final class Tally {
  int executions;
  int attempts;
  int retries;
  int lostAttempts;
  int kills;
  int crashes;
  int clockSteps;
  int failedCommits;
  int unknownCommits;
  int failedHandovers;
  int duplicateReports;
  int replays;
  int recoveries;
  int foretold;
  int queued;
  int turnedAway;
  int holds;
  int answers;

  /** How often something failed that may keep an attempt from ever being started. */
  int faults() {
    return crashes + failedCommits + unknownCommits + failedHandovers;
  }
}
