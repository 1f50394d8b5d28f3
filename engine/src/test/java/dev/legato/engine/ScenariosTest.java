package dev.legato.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.legato.engine.Scenarios.Scenario;
import dev.legato.engine.Scenarios.Trait;
import dev.legato.model.execution.ExecutionStatus;
import dev.legato.model.execution.TaskRunStatus;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every flow, whatever happens at whichever moment. */
class ScenariosTest {
  static List<Scenario> scenarios() {
    return Scenarios.all();
  }

  @ParameterizedTest
  @MethodSource("scenarios")
  void endsAsExpected(Scenario scenario) {
    Run run = scenario.begin().toEnd();

    assertThat(run.status()).as("%s", run.outline()).isEqualTo(scenario.status());
  }

  @ParameterizedTest
  @MethodSource("scenarios")
  void theSameCommandsGiveTheSameDecisions(Scenario scenario) {
    assertThat(scenario.begin().toEnd().events).isEqualTo(scenario.begin().toEnd().events);
  }

  @ParameterizedTest
  @MethodSource("scenarios")
  void theStateRestoredFromRecordsEqualsTheLiveState(Scenario scenario) {
    Run run = scenario.begin();
    do {
      var restored = ExecutionState.restore(run.plan, run.stored());
      // a header is written when it changes, not whenever a task run is created
      assertThat(StateDump.of(restored)).isEqualTo(StateDump.of(run.state));
    } while (run.step());
  }

  @ParameterizedTest
  @MethodSource("scenariosWithoutMemory")
  void restoringInBetweenChangesNothing(Scenario scenario) {
    Run live = scenario.begin().toEnd();
    Run restored = scenario.begin();
    do {
      restored.restore();
    } while (restored.step());

    assertThat(restored.events).isEqualTo(live.events);
  }

  @ParameterizedTest
  @MethodSource("scenarios")
  void aCrashAtAnyStepChangesNoOutcome(Scenario scenario) {
    Run undisturbed = scenario.begin().toEnd();
    for (int steps = 0; steps < stepsOf(scenario); steps++) {
      Run run = after(scenario, steps);
      run.crash();
      run.toEnd();

      assertThat(run.status()).as("after %d steps", steps).isEqualTo(scenario.status());
      assertThat(run.state.isOver()).isTrue();
      if (!scenario.is(Trait.DOOMED)) {
        assertThat(run.outline())
            .as("after %d steps", steps)
            .containsExactlyInAnyOrderElementsOf(undisturbed.outline());
      }
    }
  }

  @ParameterizedTest
  @MethodSource("scenarios")
  void aKillAtAnyStepEndsEverything(Scenario scenario) {
    for (int steps = 0; steps < stepsOf(scenario); steps++) {
      Run run = after(scenario, steps);
      if (run.state.isOver()) {
        boolean isTriedAgain = run.state.header().awaitsSuccessor();
        assertThat(run.kill().isRefused()).isNotEqualTo(isTriedAgain);
        continue;
      }
      int started = run.startedBeforeTheEnd;
      ExecutionStatus expected = endOfKilled(run);
      run.kill();
      run.toEnd();

      assertThat(run.status()).as("after %d steps", steps).isEqualTo(expected);
      assertThat(run.startedBeforeTheEnd).as("after %d steps", steps).isEqualTo(started);
      assertThat(run.state.taskRuns().all()).allMatch(it -> it.status().isTerminal());
    }
  }

  @ParameterizedTest
  @MethodSource("scenarios")
  void aKillFollowedByACrashEndsEverything(Scenario scenario) {
    for (int steps = 0; steps < stepsOf(scenario); steps++) {
      Run run = after(scenario, steps);
      ExecutionStatus expected = endOfKilled(run);
      if (!run.kill().isRefused()) {
        run.crash();
        run.toEnd();
        assertThat(run.status()).as("after %d steps", steps).isEqualTo(expected);
      }
    }
  }

  /**
   * What a kill makes of an execution; one that has ended keeps its end, and one that is being
   * killed for a reason keeps the reason.
   */
  private static ExecutionStatus endOfKilled(Run run) {
    if (run.status().isTerminal()) {
      return run.status();
    }
    ExecutionStatus verdict = run.state.header().verdict();
    return run.status() == ExecutionStatus.KILLING && verdict != null
        ? verdict
        : ExecutionStatus.KILLED;
  }

  @ParameterizedTest
  @MethodSource("scenarios")
  void noDecisionWritesMoreThanItChanged(Scenario scenario) {
    Run run = scenario.begin().toEnd();
    int written = run.writes.stream().mapToInt(Integer::intValue).sum();

    assertThat(written).isLessThanOrEqualTo(run.events.size());
  }

  @ParameterizedTest
  @MethodSource("scenariosThatOnlyGoForward")
  void everyTaskRunEndsOnce(Scenario scenario) {
    Run run = scenario.begin().toEnd();
    var ended = new ArrayList<TaskRunStatus>();
    run.stored().taskRuns().stream()
        .flatMap(row -> row.history().entries().stream())
        .filter(entry -> entry.status().isTerminal())
        .forEach(entry -> ended.add(entry.status()));

    assertThat(ended).hasSameSizeAs(run.state.taskRuns().all());
  }

  static List<Scenario> scenariosWithoutMemory() {
    return scenarios().stream().filter(it -> !it.is(Trait.REMEMBERING)).toList();
  }

  static List<Scenario> scenariosThatOnlyGoForward() {
    return scenarios().stream().filter(it -> !it.is(Trait.REWOUND)).toList();
  }

  private static int stepsOf(Scenario scenario) {
    Run run = scenario.begin();
    int steps = 1;
    while (run.step()) {
      steps++;
    }
    return steps;
  }

  private static Run after(Scenario scenario, int steps) {
    Run run = scenario.begin();
    for (int i = 0; i < steps; i++) {
      run.step();
    }
    return run;
  }
}
