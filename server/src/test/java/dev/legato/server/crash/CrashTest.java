package dev.legato.server.crash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.legato.server.crash.Rounds.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

/**
 * Kills the server under load, again and again. More rounds with {@code
 * -Dlegato.crash.rounds=1000}, others with {@code -Dlegato.crash.seed=7}. A seed gives the same
 * load and the same waits; at which instruction the server dies is up to the machine.
 */
class CrashTest {
  private static final int ROUNDS = Integer.getInteger("legato.crash.rounds", 20);
  private static final long SEED = Long.getLong("legato.crash.seed", 1);
  private static final int ROUNDS_ON_A_DIRECTORY = 20;

  @Test
  void nothingIsLostOrDoneTwiceHoweverOftenTheServerIsKilled(TestReporter reporter)
      throws Exception {
    var tally = new Tally();
    for (long seed = SEED; tally.counted < ROUNDS; seed++) {
      Path directory = Path.of("target", "crash", "seed-" + seed).toAbsolutePath();
      delete(directory);
      try (var rounds = Rounds.begin(directory, seed)) {
        for (int i = 0; i < ROUNDS_ON_A_DIRECTORY && tally.counted < ROUNDS; i++) {
          Outcome outcome = rounds.next();
          assertThat(outcome.violations()).isEmpty();
          tally.add(outcome);
        }
      } catch (Exception | AssertionError e) {
        throw new AssertionError(
            "After %d rounds with -Dlegato.crash.seed=%d; the evidence is in %s"
                .formatted(tally.counted, seed, directory),
            e);
      }
      delete(directory);
    }
    reporter.publishEntry("crash", tally.toString());
  }

  private static void delete(Path directory) throws IOException {
    if (Files.exists(directory)) {
      try (Stream<Path> files = Files.walk(directory)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }

  /** What all rounds had to lose. */
  private static final class Tally {
    private int counted;
    private int vacuous;
    private long acknowledged;
    private long running;

    void add(Outcome outcome) {
      if (outcome.isVacuous()) {
        vacuous++;
        assertThat(vacuous)
            .as("rounds that prove nothing, the last one: %s", outcome)
            .isLessThanOrEqualTo(ROUNDS / 2 + 1);
      } else {
        counted++;
        acknowledged += outcome.acknowledged();
        running += outcome.running();
      }
    }

    @Override
    public String toString() {
      return "%d rounds, %d executions acknowledged, %d tasks killed while they ran; %d rounds proved nothing"
          .formatted(counted, acknowledged, running, vacuous);
    }
  }
}
