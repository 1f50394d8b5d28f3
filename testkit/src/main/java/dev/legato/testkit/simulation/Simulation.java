package dev.legato.testkit.simulation;

import static dev.legato.testkit.simulation.InvariantViolation.require;

import dev.legato.model.execution.ExecutionRecord;
import dev.legato.model.execution.ExecutionStatus;
import dev.legato.model.execution.TaskRunRecord;
import dev.legato.model.execution.TaskRunStatus;
import java.time.Duration;

/**
 * One run of the engine and the shard loop in virtual time, on one thread. Flows, outcomes, faults
 * and the order of events follow from the seed alone.
 */
public final class Simulation {
  private static final long SECOND = 1_000_000;

  /** By when everything must have ended once nothing fails any more. */
  private static final long ENOUGH = 24 * 3_600 * SECOND;

  private static final int LOSSES_ENGINE_BEARS = 3;

  private final long seed;
  private final PlantedBug planted;
  private final World world;
  private final Site site;
  private final Clients clients;
  private final Deeds deeds;

  private Simulation(long seed, PlantedBug planted) {
    this.seed = seed;
    this.planted = planted;
    this.world = new World(seed, planted);
    this.site = new Site(world);
    this.clients = new Clients(world, site);
    this.deeds = new Deeds(world, site);
  }

  public static Simulation withSeed(long seed) {
    return new Simulation(seed, PlantedBug.NONE);
  }

  /** The same simulation with a mistake in one of its parts. */
  public Simulation planting(PlantedBug bug) {
    return new Simulation(seed, bug);
  }

  /**
   * Runs to the end; once only.
   *
   * @throws InvariantViolation when something happened that must never happen
   */
  public Findings run() {
    try {
      long horizon = world.dice().between(SECOND / 2, 120 * SECOND);
      planFaults(horizon);
      clients.plan(horizon);
      deeds.plan(horizon);
      site.start();
      world.agenda().in(horizon, world::endFaults);
      while (world.agenda().step()) {
        site.poke();
        world.checkCallbacks();
        if (world.agenda().now() > horizon + ENOUGH) {
          throw new InvariantViolation(
              "It goes on and on: %s, timers %s".formatted(site.stuck(), world.image().timers()));
        }
      }
      checkEnd();
    } catch (InvariantViolation | RuntimeException found) {
      throw new InvariantViolation(
          "Seed %d%s: %s%nThe last events:%n%s"
              .formatted(
                  seed, planted == PlantedBug.NONE ? "" : " with " + planted, found, world.trace()),
          found);
    }
    return Findings.of(world);
  }

  private void planFaults(long horizon) {
    Dice dice = world.dice();
    for (int i = 0; i < world.faults().crashes(); i++) {
      world.agenda().in(dice.nextLong(horizon), site::crash);
    }
    for (int i = 0; i < world.faults().clockSteps(); i++) {
      Duration step = Duration.ofMillis(dice.nextLong(-600_000, 600_000));
      world
          .agenda()
          .in(
              dice.nextLong(horizon),
              () -> {
                world.tally().see(Sight.CLOCK_STEP);
                world.agenda().stepClock(step);
                world.trace().add("clock", "steps", step);
              });
    }
  }

  private void checkEnd() {
    clients.checkJournal();
    InvariantViolation.present(site.process(), "The server is down at the end").checkIdle();
    require(world.image().timers().isEmpty(), "Timers are left: %s", world.image().timers());
    require(world.image().live().isEmpty(), "Executions are left: %s", world.image().live());
    for (DurableExecution execution : world.image().executions()) {
      execution.taskRuns().forEach(row -> world.witness().checkResults(execution, row));
      if (execution.execution().status() == ExecutionStatus.RETRIED) {
        world.family().checkTriedAgain(execution.execution());
      }
      world.family().checkUnwanted(execution.execution());
      checkStatus(execution);
      new TimeChecks(world, execution).check();
    }
  }

  private void checkStatus(DurableExecution execution) {
    boolean lostOften =
        execution.taskRuns().stream().anyMatch(row -> losses(row) >= LOSSES_ENGINE_BEARS);
    ExecutionRecord record = execution.execution();
    boolean disturbed =
        execution.killingSince() >= 0
            || world.people().settledBeforehand(record)
            || Epochs.wentBack(record)
            || world.people().corrected(record.id());
    if (disturbed || lostOften || !Epochs.hasStarted(record)) {
      return;
    }
    ExpectedStatus.of(execution, world.outcomes())
        .ifPresent(
            expected -> {
              world.tally().see(Sight.FORETOLD);
              require(
                  record.status().name().equals(expected.name()),
                  "Execution %s of %s ended as %s, but the flow says %s",
                  record.id(),
                  record.flow(),
                  record.status(),
                  expected);
            });
  }

  private static long losses(TaskRunRecord row) {
    return row.attempts().stream()
        .filter(attempt -> attempt.status() == TaskRunStatus.KILLED)
        .count();
  }
}
