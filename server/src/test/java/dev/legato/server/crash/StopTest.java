package dev.legato.server.crash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.legato.server.crash.Rounds.Ending;
import dev.legato.server.crash.Rounds.Outcome;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Servers that are asked to stop, or that must not start. */
class StopTest {
  private static final int SIGTERM_EXIT = 128 + 15;

  @TempDir Path directory;

  @Test
  void aServerAskedToStopUnderLoadLetsItsTasksEndAndLosesNothing() throws Exception {
    try (var rounds = Rounds.begin(directory, 1)) {
      Outcome outcome = rounds.next(Ending.ASKED_TO_STOP);

      assertThat(outcome.violations()).isEmpty();
      assertThat(outcome.acknowledged()).isGreaterThan(100);
      assertThat(outcome.running()).as("tasks cut off although they were short").isZero();
    }
  }

  @Test
  void aSecondServerOnTheSameDataIsRefused() throws Exception {
    ChildServer first = ChildServer.start(directory);
    try (var client = new Client(first.port())) {
      ChildServer second = ChildServer.start(directory);

      assertThat(second.awaitEnd()).isEqualTo(1);
      assertThat(second.output())
          .contains(
              "The data directory '%s' is in use by another Legato server (process %d)."
                  .formatted(Evidence.data(directory), first.pid()))
          .doesNotContain("Exception");
      assertThat(client.live()).isZero();

      first.askToStop();
      assertThat(first.awaitEnd()).isEqualTo(SIGTERM_EXIT);
    } finally {
      first.discard();
    }
  }
}
