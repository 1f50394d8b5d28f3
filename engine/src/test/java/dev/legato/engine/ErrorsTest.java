package dev.legato.engine;

import static dev.legato.engine.Flows.allowFailure;
import static dev.legato.engine.Flows.allowWarning;
import static dev.legato.engine.Flows.everyTenSeconds;
import static dev.legato.engine.Flows.flow;
import static dev.legato.engine.Flows.onError;
import static dev.legato.engine.Flows.parallel;
import static dev.legato.engine.Flows.retry;
import static dev.legato.engine.Flows.runIf;
import static dev.legato.engine.Flows.sequence;
import static dev.legato.engine.Flows.task;
import static dev.legato.engine.Flows.with;
import static org.assertj.core.api.Assertions.assertThat;

import dev.legato.model.execution.ExecutionStatus;
import dev.legato.model.execution.TaskRunStatus;
import dev.legato.model.plan.Plan;
import dev.legato.model.plan.Step;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Error tasks, and failures that are allowed. */
class ErrorsTest {
  @Test
  void theErrorsOfTheFlowRunInOrderAndItStaysFailed() {
    Plan plan = flow(List.of(task("a"), task("b")), List.of(task("e1"), task("e2")));
    Run run = Run.of(plan, Script.allSucceed().fail("a"));

    assertThat(run.trace).containsExactly("+a", "-a", "+e1", "-e1", "+e2", "-e2");
    assertThat(run.status()).isEqualTo(ExecutionStatus.FAILED);
  }

  @Test
  void errorTasksDoNotRunWithoutAFailure() {
    Plan plan = flow(List.of(task("a")), List.of(task("e")));

    assertThat(Run.of(plan, Script.allSucceed().warn("a")).outline()).containsExactly("a WARNING");
    assertThat(Run.of(plan, Script.allSucceed().killed("a")).outline()).containsExactly("a KILLED");
  }

  @Test
  void errorsOfAGroupRunBeforeThoseOfTheFlow() {
    Plan plan = flow(List.of(onError(sequence("s", task("a")), task("e"))), List.of(task("f")));
    Run run = Run.of(plan, Script.allSucceed().fail("a"));

    assertThat(run.outline()).containsExactly("s FAILED", "a FAILED", "e SUCCESS", "f SUCCESS");
  }

  @Test
  void aFailingErrorTaskStopsTheOthersAndAddsNothing() {
    Plan plan =
        flow(
            with(onError(sequence("s", task("a")), task("e1"), task("e2")), allowFailure()),
            task("b"));
    Run run = Run.of(plan, Script.allSucceed().fail("a").fail("e1"));

    assertThat(run.outline()).containsExactly("s WARNING", "a FAILED", "e1 FAILED", "b SUCCESS");
    assertThat(run.status()).isEqualTo(ExecutionStatus.WARNING);
  }

  @Test
  void errorsOfAParallelWaitForTheSiblings() {
    Plan plan = flow(onError(parallel("p", 0, task("a"), task("b")), task("e1"), task("e2")));
    Run run = Run.of(plan, Script.allSucceed().fail("a"));

    assertThat(run.trace).containsExactly("+a", "+b", "-a", "-b", "+e1", "+e2", "-e1", "-e2");
  }

  @Test
  void errorsOfALimitedParallelKeepToTheLimit() {
    Plan plan = flow(onError(parallel("p", 1, task("a"), task("b")), task("e1"), task("e2")));
    Run run = Run.of(plan, Script.allSucceed().fail("a"));

    assertThat(run.trace).containsExactly("+a", "-a", "+e1", "-e1", "+e2", "-e2");
  }

  @Test
  void errorTasksMayBeGroupsWithErrorsOfTheirOwn() {
    Plan plan =
        flow(List.of(task("a")), List.of(onError(sequence("s", task("b")), task("e")), task("c")));
    Run run = Run.of(plan, Script.allSucceed().fail("a").fail("b"));

    assertThat(run.outline()).containsExactly("a FAILED", "s FAILED", "b FAILED", "e SUCCESS");
  }

  @Test
  void errorTasksSeeWhatFailed() {
    Plan plan = flow(List.of(task("a")), List.of(task("e", runIf("${tasks.a.state}")), task("e2")));
    Run run = Run.of(plan, Script.allSucceed().fail("a"));

    assertThat(run.outline()).containsExactly("a FAILED", "e SUCCESS", "e2 SUCCESS");
  }

  @Test
  void errorsRunOnlyWhenNoRetryIsLeft() {
    Plan plan = flow(List.of(task("a", retry(everyTenSeconds(2)))), List.of(task("e")));

    assertThat(Run.of(plan, Script.allSucceed().failTimes("a", 1)).trace)
        .containsExactly("+a", "-a", "+a", "-a");
    assertThat(Run.of(plan, Script.allSucceed().fail("a")).trace)
        .containsExactly("+a", "-a", "+a", "-a", "+e", "-e");
  }

  static Stream<Arguments> softened() {
    return Stream.of(
        Arguments.of(task("a", allowFailure()), "fail", TaskRunStatus.WARNING),
        Arguments.of(task("a", allowWarning()), "fail", TaskRunStatus.FAILED),
        Arguments.of(task("a", allowFailure(), allowWarning()), "fail", TaskRunStatus.SUCCESS),
        Arguments.of(task("a", allowWarning()), "warn", TaskRunStatus.SUCCESS),
        Arguments.of(task("a", allowFailure()), "warn", TaskRunStatus.WARNING),
        Arguments.of(task("a", allowFailure(), allowWarning()), "kill", TaskRunStatus.KILLED),
        Arguments.of(with(sequence("s", task("a")), allowFailure()), "fail", TaskRunStatus.WARNING),
        Arguments.of(with(sequence("s", task("a")), allowWarning()), "warn", TaskRunStatus.SUCCESS),
        Arguments.of(with(sequence("s", task("a")), allowFailure()), "kill", TaskRunStatus.KILLED));
  }

  @ParameterizedTest
  @MethodSource("softened")
  void allowedOutcomesAreSoftened(Step step, String outcome, TaskRunStatus expected) {
    Script script =
        switch (outcome) {
          case "fail" -> Script.allSucceed().fail("a");
          case "warn" -> Script.allSucceed().warn("a");
          default -> Script.allSucceed().killed("a");
        };
    Run run = Run.of(flow(step, task("b")), script);

    assertThat(run.find(step.id()).status()).isEqualTo(expected);
    assertThat(run.status().name()).isEqualTo(expected.name());
    assertThat(run.trace.contains("+b")).isEqualTo(expected != TaskRunStatus.FAILED);
  }

  @Test
  void theAttemptKeepsWhatReallyHappened() {
    Run run = Run.of(flow(task("a", allowFailure())), Script.allSucceed().fail("a"));

    assertThat(run.row("a").status()).isEqualTo(TaskRunStatus.WARNING);
    assertThat(run.row("a").attempts().getFirst().status()).isEqualTo(TaskRunStatus.FAILED);
  }

  @Test
  void allowFailureComesAfterTheLastAttempt() {
    var plan = flow(task("a", allowFailure(), retry(everyTenSeconds(3))));
    Run run = Run.of(plan, Script.allSucceed().fail("a"));

    assertThat(run.row("a").attempts()).hasSize(3);
    assertThat(run.row("a").status()).isEqualTo(TaskRunStatus.WARNING);
  }
}
