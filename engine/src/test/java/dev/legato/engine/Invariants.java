package dev.legato.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.legato.model.execution.ExecutionStatus;
import dev.legato.model.execution.TaskRunStatus;

/** What holds for every execution at every moment. */
final class Invariants {
  private Invariants() {}

  static void check(Run run) {
    ExecutionState state = run.state;
    int attempts = 0;
    int retrying = 0;
    for (TaskRun child : state.taskRuns().all()) {
      boolean parentEnded =
          child.parent.run == null
              ? state.status().isTerminal()
              : child.parent.run.status().isTerminal();
      if (parentEnded) {
        assertThat(child.status().isTerminal())
            .as("%s in %s", Run.name(child), run.outline())
            .isTrue();
      }
      attempts += child.hasRunningAttempt() ? 1 : 0;
      retrying += child.status() == TaskRunStatus.RETRYING ? 1 : 0;
    }
    assertThat(state.runningAttempts()).isEqualTo(attempts);
    assertThat(state.retrying()).isEqualTo(retrying);
    if (state.status().isTerminal()) {
      assertThat(run.timers).isEmpty();
      assertThat(state.agenda().backlog()).isEmpty();
    }
    if (state.status() == ExecutionStatus.RETRYING) {
      assertThat(attempts).isZero();
      assertThat(retrying).isPositive();
    }
  }
}
