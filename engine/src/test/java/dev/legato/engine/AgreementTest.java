package dev.legato.engine;

import static dev.legato.engine.Flows.EXECUTION;
import static dev.legato.engine.Flows.again;
import static dev.legato.engine.Flows.agreeing;
import static dev.legato.engine.Flows.exit;
import static dev.legato.engine.Flows.flow;
import static dev.legato.engine.Flows.parallel;
import static dev.legato.engine.Flows.retry;
import static dev.legato.engine.Flows.setVariables;
import static dev.legato.engine.Flows.task;
import static org.assertj.core.api.Assertions.assertThat;

import dev.legato.model.command.Command.FireTimer;
import dev.legato.model.effect.Effect.Ask;
import dev.legato.model.effect.Effect.StartInPlaceOf;
import dev.legato.model.execution.AttemptResult;
import dev.legato.model.execution.ExecutionStatus;
import dev.legato.model.execution.Timer;
import dev.legato.model.flow.Label;
import dev.legato.model.plan.Agreement;
import dev.legato.model.plan.Agreement.Assertion;
import dev.legato.model.plan.Agreement.MaxDuration;
import dev.legato.model.plan.Plan;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** SLAs. */
class AgreementTest {
  private static final List<Label> LABELS = List.of(new Label("sla", "broken"));

  static Stream<Arguments> behaviors() {
    return Stream.of(
        Arguments.of(Agreement.Behavior.FAIL, ExecutionStatus.FAILED),
        Arguments.of(Agreement.Behavior.CANCEL, ExecutionStatus.CANCELLED),
        Arguments.of(Agreement.Behavior.NONE, ExecutionStatus.SUCCESS));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("behaviors")
  void whoRunsForTooLongBreaksIt(Agreement.Behavior behavior, ExecutionStatus status) {
    var time = new MaxDuration("m", behavior, LABELS, Duration.ofSeconds(5));
    Run run = Run.begin(agreeing(flow(task("a"), task("b")), time), Script.allSucceed().never("a"));
    run.step();
    assertThat(run.stored().execution().labels()).isEqualTo(LABELS);
    if (behavior == Agreement.Behavior.NONE) {
      run.complete("a", AttemptResult.success(Map.of()));
    }
    run.toEnd();

    assertThat(run.status()).isEqualTo(status);
    assertThat(run.trace.contains("+b")).isEqualTo(behavior == Agreement.Behavior.NONE);
    assertThat(run.logs())
        .anyMatch(line -> line.endsWith("breaks the SLA 'm': it runs for longer than PT5S."));
  }

  @Test
  void whoEndsInTimeKeepsIt() {
    var time = new MaxDuration("m", Agreement.Behavior.FAIL, LABELS, Duration.ofSeconds(5));
    Run run = Run.of(agreeing(flow(task("a")), time), Script.allSucceed());

    assertThat(run.status()).isEqualTo(ExecutionStatus.SUCCESS);
    assertThat(run.timers).isEmpty();
    assertThat(run.send(new FireTimer(EXECUTION, Timer.Kind.SLA, 0)).isRefused()).isTrue();
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("behaviors")
  void whatHasToBeTrueIsCheckedAllTheTime(Agreement.Behavior behavior, ExecutionStatus status) {
    var truth = new Assertion("t", behavior, LABELS, "${vars.env}");
    var breaking = setVariables("s", Map.of("env", "false"), "true");
    Plan plan = agreeing(flow(task("a"), breaking, task("b"), task("c")), truth);
    Run run = Run.of(plan, Script.allSucceed());

    assertThat(run.status()).isEqualTo(status);
    assertThat(run.stored().execution().labels()).isEqualTo(LABELS);
    assertThat(run.trace.contains("+c")).isEqualTo(behavior == Agreement.Behavior.NONE);
    assertThat(run.logs().stream().filter(line -> line.contains("breaks the SLA"))).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"${nothing}", "${later:vars.env}"})
  void whatCannotBeCheckedIsIgnoredAndSaidOnce(String condition) {
    var truth = new Assertion("t", Agreement.Behavior.FAIL, LABELS, condition);
    Run run = Run.of(agreeing(flow(task("a"), task("b")), truth), Script.allSucceed());

    assertThat(run.status()).isEqualTo(ExecutionStatus.SUCCESS);
    assertThat(run.logs().stream().filter(line -> line.contains("SLA 't' is ignored"))).hasSize(1);
    assertThat(run.effects).noneMatch(effect -> effect instanceof Ask);
  }

  @Test
  void aPauseOfTheWholeDoesNotStopTheClock() {
    var time = new MaxDuration("m", Agreement.Behavior.CANCEL, List.of(), Duration.ofSeconds(5));
    Run run = Run.begin(agreeing(flow(task("a")), time), Script.allSucceed()).paused();

    assertThat(run.toEnd().status()).isEqualTo(ExecutionStatus.CANCELLED);
  }

  @Test
  void whoIsStoppedForOneReasonIsNotStoppedForAnother() {
    var first = new MaxDuration("m", Agreement.Behavior.CANCEL, List.of(), Duration.ofSeconds(5));
    var second = new MaxDuration("n", Agreement.Behavior.FAIL, List.of(), Duration.ofSeconds(5));
    Run run = Run.of(agreeing(flow(task("a")), first, second), Script.allSucceed().never("a"));

    assertThat(run.status()).isEqualTo(ExecutionStatus.CANCELLED);
  }

  @ParameterizedTest(name = "after {0} s")
  @ValueSource(ints = {5, 15})
  void whoIsGivenUpForANewExecutionKeepsToItWhileSiblingsRun(int seconds) {
    var time = new MaxDuration("m", Agreement.Behavior.FAIL, LABELS, Duration.ofSeconds(seconds));
    Plan plan = agreeing(flow(parallel("p", 0, task("a", retry(again(2))), task("b"))), time);
    Run run = Run.of(plan, Script.allSucceed().fail("a").never("b"));

    assertThat(run.outline()).containsExactly("p FAILED", "a RETRIED", "b KILLED");
    assertThat(run.status()).isEqualTo(ExecutionStatus.FAILED);
    assertThat(run.now).isBefore(Run.START.plusSeconds(seconds + 1));
    assertThat(run.timers).isEmpty();
    assertThat(run.effects).noneMatch(effect -> effect instanceof StartInPlaceOf);
  }

  @Test
  void whoWasToldHowToEndKeepsToItWhileTasksRun() {
    var time = new MaxDuration("m", Agreement.Behavior.CANCEL, LABELS, Duration.ofSeconds(5));
    Plan plan = agreeing(flow(parallel("p", 0, task("b"), exit("x", "SUCCESS"))), time);
    Run run = Run.of(plan, Script.allSucceed().never("b"));

    assertThat(run.status()).isEqualTo(ExecutionStatus.CANCELLED);
    assertThat(run.outline()).contains("b KILLED");
    assertThat(run.stored().execution().labels()).isEqualTo(LABELS);
  }

  @Test
  void whatHasToBeTrueIsCheckedToTheEnd() {
    var truth = new Assertion("t", Agreement.Behavior.FAIL, LABELS, "${vars.env}");
    var breaking = setVariables("s", Map.of("env", "false"), "true");
    Plan plan = agreeing(flow(parallel("p", 0, task("b"), breaking, exit("x", "SUCCESS"))), truth);
    Run run = Run.of(plan, Script.allSucceed().never("b"));

    assertThat(run.status()).isEqualTo(ExecutionStatus.FAILED);
    assertThat(run.outline()).contains("b KILLED");
  }

  @Test
  void aKillIsNotOverruled() {
    var time = new MaxDuration("m", Agreement.Behavior.FAIL, LABELS, Duration.ofSeconds(5));
    Run run = Run.begin(agreeing(flow(task("a")), time), Script.allSucceed().never("a"));
    run.kill();

    assertThat(run.send(new FireTimer(EXECUTION, Timer.Kind.SLA, 0)).refusal())
        .isEqualTo("The execution ends already.");
    assertThat(run.toEnd().status()).isEqualTo(ExecutionStatus.KILLED);
    assertThat(run.stored().execution().labels()).isEmpty();
  }
}
