package dev.legato.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.legato.model.execution.ExecutionStatus;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Flows that nobody thought of; a failure names the seed to run again. */
class RandomFlowTest {
  private static final long FIRST = Long.getLong("flows.first", 0);
  private static final long SEEDS = Long.getLong("flows.seeds", 150);

  static LongStream seeds() {
    return LongStream.range(FIRST, FIRST + SEEDS);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void everythingEndsAndNothingDependsOnMemory(long seed) {
    var flow = new RandomFlow(seed);
    Run run = Run.begin(flow.plan, flow.script());
    do {
      var restored = ExecutionState.restore(run.plan, run.stored());
      assertThat(StateDump.of(restored)).isEqualTo(StateDump.of(run.state));
    } while (run.step());

    assertThat(run.state.isOver()).as("%s", run.outline()).isTrue();
    assertThat(run.runningJobs()).isZero();
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void aCrashChangesNoOutcome(long seed) {
    var flow = new RandomFlow(seed);
    Run undisturbed = Run.of(flow.plan, flow.script());
    var random = new Random(seed);
    Run run = Run.begin(flow.plan, flow.script());
    for (int crashes = 0; crashes < 2 && !run.state.isOver(); crashes++) {
      run.crash();
      run.steps(random.nextInt(20));
    }
    run.toEnd();

    if (undisturbed.state.header().verdict() == null) { // else it is a race who comes first
      assertThat(run.status()).isEqualTo(undisturbed.status());
    }
    assertThat(run.state.isOver()).isTrue();
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void aKillEndsEverything(long seed) {
    var flow = new RandomFlow(seed);
    var random = new Random(seed);
    Run run = Run.begin(flow.plan, flow.script()).steps(random.nextInt(20));
    boolean exits = run.status() == ExecutionStatus.KILLING || run.status().isTerminal();
    if (!run.kill().isRefused()) {
      if (random.nextBoolean()) {
        run.crash();
      }
      run.toEnd();

      assertThat(run.status() == ExecutionStatus.KILLED || exits).isTrue();
      assertThat(run.state.isOver()).isTrue();
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void whateverPeopleDoItEndsAndNothingIsForgotten(long seed) {
    var flow = new RandomFlow(seed);
    var people = new RandomPeople(seed);
    Run run = Run.begin(flow.plan, flow.script());
    for (int deeds = 0; deeds < 12; deeds++) {
      run.steps(people.patience());
      run = people.act(run, flow);
      var restored = ExecutionState.restore(run.plan, run.stored());
      assertThat(StateDump.of(restored)).isEqualTo(StateDump.of(run.state));
    }
    while (!run.toEnd().state.isOver()) {
      run.goOn();
    }

    assertThat(run.runningJobs()).isZero();
    assertThat(run.stored().taskRuns()).allMatch(row -> row.status().isTerminal());
  }
}
