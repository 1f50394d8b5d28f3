package dev.legato.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.legato.model.execution.ExecutionStatus;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Flows that nobody thought of; a failure names the seed to run again. */
class RandomFlowTest {
  static LongStream seeds() {
    return LongStream.range(0, 100);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void everythingEndsAndNothingDependsOnMemory(long seed) {
    var flow = new RandomFlow(seed);
    Run live = Run.begin(flow.plan, flow.script());
    Run restored = Run.begin(flow.plan, flow.script());
    do {
      restored.restore();
      assertThat(StateDump.of(restored.state)).isEqualTo(StateDump.of(live.state));
      assertThat(restored.step()).isEqualTo(live.step());
    } while (!live.status().isTerminal());

    assertThat(restored.events).isEqualTo(live.events);
    assertThat(live.runningJobs()).isZero();
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void aCrashChangesNoOutcome(long seed) {
    var flow = new RandomFlow(seed);
    Run undisturbed = Run.of(flow.plan, flow.script());
    var random = new Random(seed);
    Run run = Run.begin(flow.plan, flow.script());
    for (int crashes = 0; crashes < 2 && !run.status().isTerminal(); crashes++) {
      run.crash();
      for (int steps = random.nextInt(20); steps > 0 && run.step(); steps--) {}
    }
    run.toEnd();

    assertThat(run.status()).isEqualTo(undisturbed.status());
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void aKillEndsEverything(long seed) {
    var flow = new RandomFlow(seed);
    var random = new Random(seed);
    Run run = Run.begin(flow.plan, flow.script());
    for (int steps = random.nextInt(20); steps > 0 && run.step(); steps--) {}
    if (!run.status().isTerminal()) {
      run.kill();
      if (random.nextBoolean() && !run.status().isTerminal()) {
        run.crash();
      }
      run.toEnd();

      assertThat(run.status()).isEqualTo(ExecutionStatus.KILLED);
    }
  }
}
