package dev.legato.orchestrator.trigger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.legato.orchestrator.trigger.ScheduleChecks.ViolationException;
import dev.legato.orchestrator.trigger.ScheduleSimulation.Sights;
import java.time.Duration;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/**
 * Run more seeds with {@code -Dschedules.seeds=1000 -Dschedules.first=5000}; a failure names its
 * seed.
 */
class ScheduleSimulationTest {
  private static final long SEEDS = Long.getLong("schedules.seeds", 2);
  private static final long FIRST = Long.getLong("schedules.first", 0);
  private static final int ENOUGH_TO_FIND_A_BUG = 60;

  private static final Duration THIRTY_YEARS = Duration.ofDays(30 * 365 + 8);
  private static final Duration SOME_DAYS = Duration.ofDays(4);

  private static final Logger SCHEDULER = Logger.getLogger("dev.legato.orchestrator.trigger");

  @BeforeAll
  static void keepQuietAboutFailuresThatAreMeant() {
    SCHEDULER.setLevel(Level.OFF);
  }

  private static Sights simulate(long seed, PlantedBug bug, boolean fast) {
    try {
      return new ScheduleSimulation(seed, bug, fast, fast ? SOME_DAYS : THIRTY_YEARS).run();
    } catch (ViolationException violation) {
      throw new AssertionError("seed %d: %s".formatted(seed, violation.getMessage()));
    }
  }

  @Test
  void thirtyYearsHaveNoDateTwiceAndNoneIsLost() {
    LongStream.range(FIRST, FIRST + SEEDS)
        .forEach(
            seed -> {
              Sights sights = simulate(seed, PlantedBug.NONE, false);
              assertThat(sights.firings()).isGreaterThan(1_000);
              assertThat(sights.crashes()).isGreaterThan(10);
              assertThat(sights.backfills()).isPositive();
              assertThat(sights.switches()).isPositive();
            });
  }

  @Test
  void aFewDaysOfMinutesHaveNoDateTwiceAndNoneIsLost() {
    LongStream.range(FIRST, FIRST + 5 * SEEDS)
        .forEach(seed -> simulate(seed, PlantedBug.NONE, true));
  }

  @Test
  void theSameSeedGivesTheSameRun() {
    assertThat(simulate(FIRST, PlantedBug.NONE, true))
        .isEqualTo(simulate(FIRST, PlantedBug.NONE, true));
  }

  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "NONE")
  void findsWhatIsPlanted(PlantedBug bug) {
    for (long seed = FIRST; seed < FIRST + ENOUGH_TO_FIND_A_BUG; seed++) {
      try {
        new ScheduleSimulation(
                seed, bug, seed % 2 == 0, seed % 2 == 0 ? SOME_DAYS : Duration.ofDays(1_000))
            .run();
      } catch (ViolationException found) {
        return;
      }
    }
    fail("no seed finds %s", bug);
  }
}
