package dev.legato.testkit.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/**
 * Run more seeds with {@code -Dsimulation.seeds=100000 -Dsimulation.first=5000}. A failure names
 * its seed; {@code Simulation.withSeed(n).run()} shows it again.
 */
class SimulationTest {
  private static final long SEEDS = Long.getLong("simulation.seeds", 2_000);
  private static final long FIRST = Long.getLong("simulation.first", 0);
  private static final int ENOUGH_TO_FIND_A_BUG = 500;

  @Test
  void nothingThatMustNeverHappenHappens() {
    Findings all =
        LongStream.range(FIRST, FIRST + SEEDS)
            .parallel()
            .mapToObj(seed -> Simulation.withSeed(seed).run())
            .reduce(Findings.NONE, Findings::plus);

    assertThat(all.executions()).as("executions").isGreaterThan(perSeed(5));
    assertThat(all.attempts()).as("attempts").isGreaterThan(perSeed(20));
    assertThat(all.retries()).as("retries").isGreaterThan(perSeed(1));
    assertThat(all.lostAttempts()).as("lost attempts").isGreaterThan(perSeed(1));
    assertThat(all.kills()).as("kills").isGreaterThan(perSeed(0.3));
    assertThat(all.crashes()).as("crashes").isGreaterThan(perSeed(0.5));
    assertThat(all.failures()).as("failures").isGreaterThan(perSeed(0.5));
    assertThat(all.duplicateReports()).as("duplicate reports").isGreaterThan(perSeed(0.2));
    assertThat(all.foretold()).as("compared with the model").isGreaterThan(perSeed(3));
    assertThat(all.queued()).as("seen waiting for a place").isGreaterThan(perSeed(0.5));
    assertThat(all.turnedAway()).as("turned away").isGreaterThan(perSeed(0.05));
    assertThat(all.holds()).as("held up").isGreaterThan(perSeed(0.3));
    assertThat(all.answers()).as("questions answered").isGreaterThan(perSeed(0.3));
    assertThat(all.replays()).as("decided twice").isGreaterThan(perSeed(2));
    assertThat(all.recoveries()).as("restored at rest").isGreaterThan(perSeed(1));
  }

  @Test
  void theSameSeedGivesTheSameRun() {
    LongStream.range(FIRST, FIRST + Math.max(1, SEEDS / 100))
        .forEach(
            seed ->
                assertThat(Simulation.withSeed(seed).run())
                    .as("seed %d", seed)
                    .isEqualTo(Simulation.withSeed(seed).run()));
  }

  @Test
  void anotherSeedGivesAnotherRun() {
    assertThat(Simulation.withSeed(1).run().trace())
        .isNotEqualTo(Simulation.withSeed(2).run().trace());
  }

  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "NONE")
  void aPlantedBugIsFound(PlantedBug bug) {
    Optional<InvariantViolation> found =
        LongStream.range(0, ENOUGH_TO_FIND_A_BUG)
            .mapToObj(seed -> violation(seed, bug))
            .flatMap(Optional::stream)
            .findFirst();

    assertThat(found).hasValueSatisfying(v -> assertThat(v).hasMessageContaining(bug.name()));
  }

  @Test
  void aFailingSeedIsNamedAndFailsAgain() {
    Simulation simulation = Simulation.withSeed(0).planting(PlantedBug.RUNS_TWICE);

    assertThatThrownBy(simulation::run)
        .isInstanceOf(InvariantViolation.class)
        .hasMessageStartingWith("Seed 0 with RUNS_TWICE: ")
        .hasMessageContaining("The last events:");
    assertThat(violation(0, PlantedBug.RUNS_TWICE)).isPresent();
  }

  private static Optional<InvariantViolation> violation(long seed, PlantedBug bug) {
    try {
      Simulation.withSeed(seed).planting(bug).run();
      return Optional.empty();
    } catch (InvariantViolation found) {
      return Optional.of(found);
    }
  }

  private static int perSeed(double count) {
    return (int) (count * SEEDS);
  }
}
