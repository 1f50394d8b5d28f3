package dev.legato.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.legato.engine.Scenarios.Scenario;
import dev.legato.engine.Transitions.Transition;
import dev.legato.model.execution.ExecutionStatus;
import dev.legato.model.execution.StatusHistory;
import dev.legato.model.execution.TaskRunRecord;
import dev.legato.model.execution.TaskRunStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TransitionsTest {
  private static final Path PAGE = Path.of("..", "docs", "execution-states.md");

  /** A step between two statuses. */
  private record Step(Enum<?> from, Enum<?> to) {
    @Override
    public String toString() {
      return "%s %s → %s".formatted(from.getDeclaringClass().getSimpleName(), from, to);
    }
  }

  @Test
  void theScenariosTakeEveryStepOfTheTablesAndNoOther() {
    var taken = new HashSet<Step>();
    for (Scenario scenario : Scenarios.all()) {
      Run run = scenario.begin();
      int steps = 0;
      do {
        collect(killedAfter(scenario, steps++), taken);
      } while (run.step());
      collect(run, taken);
    }

    taken.removeIf(TransitionsTest::isTakenByHand);
    var legal = new HashSet<Step>(steps(Transitions.EXECUTION));
    legal.addAll(steps(Transitions.TASK_RUN));
    assertThat(legal).as("steps that no scenario takes").isSubsetOf(taken);
    assertThat(taken).as("steps that the tables do not have").isSubsetOf(legal);
  }

  /** Task runs go back when their execution does, and people may correct an end. */
  private static boolean isTakenByHand(Step step) {
    if (step.from() instanceof ExecutionStatus from) {
      return from.isTerminal() && Transitions.OPERATOR_ENDS.contains(step.to());
    }
    return step.from() instanceof TaskRunStatus from
        && step.to() instanceof TaskRunStatus to
        && (from.isTerminal()
            ? to == TaskRunStatus.RESTARTED || to == TaskRunStatus.RUNNING || Rewind.isAskable(to)
            : from == TaskRunStatus.PAUSED && to == TaskRunStatus.RESTARTED);
  }

  @Test
  void nothingButARestartFollowsATerminalStatus() {
    assertThat(Transitions.EXECUTION)
        .filteredOn(it -> it.from().isTerminal())
        .allMatch(it -> it.to() == ExecutionStatus.RESTARTED);
    assertThat(Transitions.TASK_RUN).noneMatch(it -> it.from().isTerminal());
  }

  @Test
  void anIllegalStepIsRefusedWithTheWholeHistory() {
    var history =
        StatusHistory.of(ExecutionStatus.CREATED, Run.START)
            .with(ExecutionStatus.RUNNING, Run.START)
            .with(ExecutionStatus.SUCCESS, Run.START);

    assertThatThrownBy(
            () -> Transitions.requireExecution(history, ExecutionStatus.RUNNING, Flows.EXECUTION))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(
            "Expected a legal step of execution 0TestExecution00000001"
                + " after CREATED → RUNNING → SUCCESS, but got RUNNING");
  }

  @Test
  void theDiagramInTheDocumentationShowsTheTables() throws IOException {
    String expected =
        Files.readString(Path.of("src", "test", "resources", "execution-states.md"))
            .replace("%EXECUTION%", diagram(Transitions.EXECUTION))
            .replace("%TASK_RUN%", diagram(Transitions.TASK_RUN));
    Path generated = Files.writeString(Path.of("target", "execution-states.md"), expected);

    assertThat(PAGE).as("copy engine/%s over it", generated).content().isEqualTo(expected);
  }

  private static <S extends Enum<S>> String diagram(List<Transition<S>> table) {
    var lines = new StringBuilder("stateDiagram-v2\n  [*] --> CREATED\n");
    var ends = new HashSet<S>();
    for (Transition<S> it : table) {
      lines.append("  %s --> %s: %s\n".formatted(it.from(), it.to(), it.meaning()));
      ends.add(it.to());
    }
    table.forEach(it -> ends.remove(it.from()));
    ends.stream().sorted().forEach(end -> lines.append("  %s --> [*]\n".formatted(end)));
    return lines.toString().stripTrailing();
  }

  private static Run killedAfter(Scenario scenario, int steps) {
    Run run = scenario.begin();
    for (int i = 0; i < steps; i++) {
      run.step();
    }
    if (!run.status().isTerminal()) {
      run.kill();
    }
    return run.toEnd();
  }

  private static void collect(Run run, Set<Step> taken) {
    collect(run.stored().execution().history(), taken);
    for (TaskRunRecord row : run.stored().taskRuns()) {
      collect(row.history(), taken);
    }
  }

  private static void collect(StatusHistory<?> history, Set<Step> taken) {
    for (int i = 1; i < history.entries().size(); i++) {
      taken.add(new Step(history.entries().get(i - 1).status(), history.entries().get(i).status()));
    }
  }

  private static <S extends Enum<S>> List<Step> steps(List<Transition<S>> table) {
    return table.stream().map(it -> new Step(it.from(), it.to())).toList();
  }
}
