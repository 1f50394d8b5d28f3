package dev.legato.testkit.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/**
 * Run more seeds with {@code -Dsimulation.seeds=100000 -Dsimulation.first=5000}. A failure names
 * its seed; {@code Simulation.withSeed(n).run()} shows it again.
 */
class SimulationTest {
  private static final long SEEDS = Long.getLong("simulation.seeds", 250);
  private static final long FIRST = Long.getLong("simulation.first", 0);
  private static final int ENOUGH_TO_FIND_A_BUG = 2_000;

  /** How often a simulation must see something on average, or it is not worth much. */
  private static final Map<Sight, Double> ENOUGH =
      Map.ofEntries(
          Map.entry(Sight.EXECUTION, 5.0),
          Map.entry(Sight.ATTEMPT, 20.0),
          Map.entry(Sight.RETRY, 1.0),
          Map.entry(Sight.LOST_ATTEMPT, 1.0),
          Map.entry(Sight.KILL, 0.2),
          Map.entry(Sight.CRASH, 0.5),
          Map.entry(Sight.FAILED_COMMIT, 0.5),
          Map.entry(Sight.UNKNOWN_COMMIT, 0.3),
          Map.entry(Sight.DUPLICATE_REPORT, 0.2),
          Map.entry(Sight.FORETOLD, 4.0),
          Map.entry(Sight.REPLAYED_DECISION, 5.0),
          Map.entry(Sight.RESTORED, 4.0),
          Map.entry(Sight.QUEUED, 2.0),
          Map.entry(Sight.TURNED_AWAY, 0.1),
          Map.entry(Sight.PLACE_OF_A_RESTART, 0.02),
          Map.entry(Sight.PLACE_OF_A_COPY, 0.02),
          Map.entry(Sight.PLACE_OF_A_SUCCESSOR, 0.02),
          Map.entry(Sight.HOLD, 0.03),
          Map.entry(Sight.BREAKPOINT, 0.1),
          Map.entry(Sight.ANSWER, 0.5),
          Map.entry(Sight.RESUME, 0.5),
          Map.entry(Sight.DECISION, 0.1),
          Map.entry(Sight.RESTART, 0.5),
          Map.entry(Sight.COPY, 0.1),
          Map.entry(Sight.CORRECTION, 0.1),
          Map.entry(Sight.STATUS_CHANGE, 0.1),
          Map.entry(Sight.LABELLING, 0.1),
          Map.entry(Sight.FORCED_RUN, 0.05),
          Map.entry(Sight.DELETION, 0.1),
          Map.entry(Sight.REMOVED_TASK_RUN, 0.5),
          Map.entry(Sight.CHILD, 1.0),
          Map.entry(Sight.NEW_EXECUTION, 0.1),
          Map.entry(Sight.UNWANTED_SUCCESSOR, 0.002),
          Map.entry(Sight.VERDICT, 0.3),
          Map.entry(Sight.AFTER_TASK, 0.5));

  @Test
  void nothingThatMustNeverHappenHappens() {
    Findings all =
        LongStream.range(FIRST, FIRST + SEEDS)
            .parallel()
            .mapToObj(seed -> Simulation.withSeed(seed).run())
            .reduce(Findings.NONE, Findings::plus);

    ENOUGH.forEach(
        (sight, count) ->
            assertThat(all.count(sight)).as("%s", sight).isGreaterThan((int) (count * SEEDS)));
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
            .parallel()
            .mapToObj(seed -> violation(seed, bug))
            .flatMap(Optional::stream)
            .findAny();

    assertThat(found).hasValueSatisfying(v -> assertThat(v).hasMessageContaining(bug.name()));
  }

  /** The properties of concurrency limits, each with mistakes that only it tells. */
  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      textBlock =
          """
          running within the limit       , EXCEEDS_LIMITS                   , more than its limit
          a kill frees one place         , KILLS_FREE_NO_PLACE              , places of
          a kill frees no more           , KILLS_FREE_TWO_PLACES            , places of
          the queued have none to free   , KILLS_OF_THE_QUEUED_FREE_A_PLACE , places of
          the deleted have none          , KEEPS_PLACES_OF_THE_DELETED      , places of
          nobody waits in vain           , MISREADS_LIMITS                  , waits although only
          nobody waits for long          , DAWDLES                          , waits in vain for
          turned away for want of place  , TURNS_AWAY_TOO_EARLY             , turned away although
          going on takes a place         , RESTARTS_WITHOUT_A_PLACE         , places of
          nobody waits for an ancestor   , CALLEES_WAIT_FOR_THEIR_CALLERS   , the place of its caller
          first come first served        , REVERSES_THE_QUEUE               , which have waited for longer
          every end frees its place      , KEEPS_PLACES_OF_THE_ENDED        , places of
          a raised limit is heard        , IGNORES_CHANGED_LIMITS           , waits although only
          a lowered limit kills nobody   , LOWERED_LIMITS_KILL              , Nobody wants
          """)
  void aMistakeAboutLimitsIsFoundByItsProperty(String property, PlantedBug bug, String complaint) {
    Optional<InvariantViolation> found =
        LongStream.range(0, ENOUGH_TO_FIND_A_BUG)
            .parallel()
            .mapToObj(seed -> violation(seed, bug))
            .flatMap(Optional::stream)
            .filter(violation -> firstLine(violation).contains(complaint))
            .findAny();

    assertThat(found).as(property).isPresent();
  }

  private static String firstLine(InvariantViolation violation) {
    return String.valueOf(violation.getMessage()).lines().findFirst().orElse("");
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
}
