package dev.legato.engine;

import static dev.legato.engine.Flows.COPY;
import static dev.legato.engine.Flows.EXECUTION;
import static dev.legato.engine.Flows.andAfter;
import static dev.legato.engine.Flows.directory;
import static dev.legato.engine.Flows.everyTenSeconds;
import static dev.legato.engine.Flows.flow;
import static dev.legato.engine.Flows.forEach;
import static dev.legato.engine.Flows.parallel;
import static dev.legato.engine.Flows.pause;
import static dev.legato.engine.Flows.retry;
import static dev.legato.engine.Flows.sequence;
import static dev.legato.engine.Flows.task;
import static org.assertj.core.api.Assertions.assertThat;

import dev.legato.model.command.Command.StartingPoint.Failures;
import dev.legato.model.command.Command.StartingPoint.OneTaskRun;
import dev.legato.model.execution.ExecutionStatus;
import dev.legato.model.execution.StoredExecution;
import dev.legato.model.execution.TaskRunRecord;
import dev.legato.model.execution.TaskRunStatus;
import dev.legato.model.plan.Plan;
import dev.legato.model.plan.Step.PauseLimits;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ReplayTest {
  private static final Plan PLAN =
      flow(
          task("a"),
          sequence("s", task("b"), task("c")),
          forEach("l", "[1,2]", 1, task("d"), task("e")),
          directory("w", task("f"), task("g")),
          task("h"));

  static Stream<Arguments> beginnings() {
    return Stream.of(
        Arguments.of("a", "a b c d e d e f g h"),
        Arguments.of("s", "b c d e d e f g h"),
        Arguments.of("c", "c d e d e f g h"),
        Arguments.of("l", "d e d e f g h"),
        Arguments.of("d[2]", "d e f g h"),
        Arguments.of("e[1]", "e d e f g h"),
        Arguments.of("g", "f g h"),
        Arguments.of("h", "h"));
  }

  @ParameterizedTest(name = "from {0}: {1}")
  @MethodSource("beginnings")
  void itRunsATaskAndAllThatFollows(String from, String started) {
    Run source = Run.of(PLAN, Script.allSucceed());
    Run copy = copy(source, PLAN, from).toEnd();

    assertThat(RestartTest.started(copy)).isEqualTo(started);
    assertThat(copy.outline()).containsExactlyInAnyOrderElementsOf(source.outline());
    assertThat(copy.stored().execution().parentId()).isEqualTo(EXECUTION);
    assertThat(copy.stored().execution().originalId()).isEqualTo(EXECUTION);
    assertThat(copy.stored().taskRuns())
        .allMatch(row -> row.execution().equals(COPY))
        .extracting(TaskRunRecord::id)
        .doesNotContainAnyElementsOf(
            source.stored().taskRuns().stream().map(TaskRunRecord::id).toList());
  }

  @Test
  void aPauseThatFollowsTheEndIsNoFailure() {
    Plan plan = andAfter(flow(task("a")), pause("p"));
    Run source = Run.begin(plan, Script.allSucceed());
    source.step();

    assertThat(source.row("p").status()).isEqualTo(TaskRunStatus.PAUSED);
    Run copy = Run.copyOf(source, plan, Script.allSucceed(), new Failures());
    assertThat(copy.state.isNew()).isTrue();
  }

  @Test
  void theSourceIsNotTouched() {
    Run source = Run.of(PLAN, Script.allSucceed());
    StoredExecution before = source.stored();
    copy(source, PLAN, "c").toEnd();

    assertThat(source.stored()).isEqualTo(before);
  }

  @Test
  void underAnotherRevisionTasksThatVanishedVanish() {
    Run source = Run.of(flow(task("a"), sequence("s", task("b")), task("c")), Script.allSucceed());
    Plan other = flow(task("a"), task("b"), task("n"), task("c"));
    Run copy = copy(source, other, "c").toEnd();

    assertThat(copy.status()).isEqualTo(ExecutionStatus.SUCCESS);
    assertThat(copy.outline())
        .contains("a SUCCESS", "c SUCCESS")
        .noneMatch(it -> it.startsWith("s "));
  }

  @Test
  void aTaskThatTheRevisionDoesNotHaveIsRefused() {
    Run source = Run.of(flow(task("a"), task("b")), Script.allSucceed());
    Run copy = copy(source, flow(task("a")), "b");

    assertThat(copy.state.isNew()).isTrue();
    assertThat(copy.copying.refusal())
        .isEqualTo("The execution has no such task run, or the revision does not have its task.");
  }

  @Test
  void whatTheSourceStillWaitsForBeginsAnew() {
    var limits = new PauseLimits("PT60S", null, "RESUME");
    Plan plan =
        flow(
            task("z"),
            parallel(
                "p",
                0,
                task("a"),
                task("r", retry(everyTenSeconds(2))),
                pause("q", limits),
                task("b")));
    Script script = Script.allSucceed().never("a").failTimes("r", 1);
    Run source = Run.begin(plan, script).steps(3);
    assertThat(source.outline())
        .containsExactly(
            "z SUCCESS", "p RUNNING", "a RUNNING", "r RETRYING", "q PAUSED", "b SUCCESS");
    Run copy = copy(source, plan, "b").toEnd();

    assertThat(RestartTest.started(copy)).isEqualTo("a r b");
    assertThat(copy.status()).isEqualTo(ExecutionStatus.SUCCESS);
  }

  @Test
  void aReplayMayHaveToWaitForAPlace() {
    Run source = Run.of(PLAN, Script.allSucceed());
    Run copy =
        Run.copyOf(source, PLAN, Script.allSucceed(), new OneTaskRun(0), Admission.Verdict.QUEUED);
    assertThat(copy.toEnd().status()).isEqualTo(ExecutionStatus.QUEUED);
    copy.crash();
    copy.admit();

    assertThat(copy.toEnd().status()).isEqualTo(ExecutionStatus.SUCCESS);
  }

  private static Run copy(Run source, Plan plan, String from) {
    return Run.copyOf(
        source, plan, Script.allSucceed(), new OneTaskRun(source.find(from).sequence));
  }
}
