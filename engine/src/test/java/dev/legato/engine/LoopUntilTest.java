package dev.legato.engine;

import static dev.legato.engine.Flows.EXECUTION;
import static dev.legato.engine.Flows.flow;
import static dev.legato.engine.Flows.loopUntil;
import static dev.legato.engine.Flows.onError;
import static dev.legato.engine.Flows.task;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.legato.model.command.Command.CompleteAttempt;
import dev.legato.model.command.Command.FireTimer;
import dev.legato.model.execution.AttemptResult;
import dev.legato.model.execution.ExecutionStatus;
import dev.legato.model.execution.TaskRunStatus;
import dev.legato.model.execution.Timer;
import dev.legato.model.plan.Plan;
import dev.legato.model.plan.Step.Frequency;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class LoopUntilTest {
  @Test
  void itRepeatsUntilTheConditionIsTrue() {
    Run run = Run.of(flow(loopUntil("l", "${outputs.a.done}", task("a"), task("b"))), doneAfter(3));

    assertThat(run.trace)
        .containsExactly("+a", "-a", "+b", "-b", "+a", "-a", "+b", "-b", "+a", "-a", "+b", "-b");
    assertThat(run.row("l").outputs()).isEqualTo(Map.of("iterationCount", 3));
    assertThat(run.status()).isEqualTo(ExecutionStatus.SUCCESS);
  }

  @Test
  void onlyTheLatestRoundIsKeptAndNoSequenceComesTwice() {
    Run run = Run.of(flow(loopUntil("l", "${outputs.a.done}", task("a"), task("b"))), doneAfter(3));

    assertThat(run.stored().taskRuns())
        .extracting(row -> row.taskId() + row.sequence())
        .containsExactly("l0", "a5", "b6");
    assertThat(run.stored().execution().taskRunCount()).isEqualTo(7);
  }

  @Test
  void aTaskThatWasKilledInAnEarlierRoundIsForgotten() {
    var twice = new Frequency(Duration.ofSeconds(10), 2, null, false);
    Plan plan = flow(loopUntil("l", "false", twice, task("a")));
    Run run = Run.begin(plan, Script.allSucceed().killed("a"));
    run.step();
    run.script = Script.allSucceed();
    run.toEnd();

    assertThat(run.row("l").status()).isEqualTo(TaskRunStatus.SUCCESS);
  }

  @Test
  void roundsAreAnIntervalApart() {
    Run run = Run.begin(flow(loopUntil("l", "false", task("a"))), Script.allSucceed());
    run.step();
    assertThat(run.timers.values())
        .extracting(Timer::kind, Timer::due)
        .containsExactly(tuple(Timer.Kind.ROUND, run.now.plusSeconds(10)));
    assertThat(run.status()).isEqualTo(ExecutionStatus.RUNNING);
  }

  static Stream<Arguments> maxima() {
    Duration interval = Duration.ofSeconds(10);
    Duration max = Duration.ofSeconds(25);
    return Stream.of(
        Arguments.of(new Frequency(interval, 1, null, false), 1, "SUCCESS"),
        Arguments.of(new Frequency(interval, 3, null, false), 3, "SUCCESS"),
        Arguments.of(new Frequency(interval, 3, null, true), 3, "FAILED"),
        Arguments.of(new Frequency(interval, null, max, false), 3, "SUCCESS"),
        Arguments.of(new Frequency(interval, null, max, true), 3, "FAILED"),
        Arguments.of(new Frequency(interval, 2, max, true), 2, "FAILED"));
  }

  @ParameterizedTest(name = "{0}: {1} rounds, {2}")
  @MethodSource("maxima")
  void aMaximumEndsIt(Frequency frequency, int rounds, String status) {
    Run run = Run.of(flow(loopUntil("l", "false", frequency, task("a"))), Script.allSucceed());

    assertThat(run.row("l").outputs()).containsEntry("iterationCount", rounds);
    assertThat(run.status()).isEqualTo(ExecutionStatus.valueOf(status));
    assertThat(run.logs())
        .anyMatch(line -> line.startsWith("WARN The condition is not true after"));
  }

  @Test
  void aFailedChildEndsItAfterItsErrors() {
    var loop = onError(loopUntil("l", "true", task("a"), task("b")), task("e"));
    Run run = Run.of(flow(loop), Script.allSucceed().fail("a"));

    assertThat(run.outline()).containsExactly("l FAILED", "a FAILED", "e SUCCESS");
  }

  @Test
  void aConditionWithoutValueFailsIt() {
    Run run = Run.of(flow(loopUntil("l", "${nothing}", task("a"))), Script.allSucceed());

    assertThat(run.outline()).containsExactly("l FAILED", "a SUCCESS");
    assertThat(run.logs()).contains("ERROR condition: nothing is undefined");
  }

  @Test
  void aCrashBetweenTwoRoundsLosesNone() {
    Run run = Run.begin(flow(loopUntil("l", "${outputs.a.done}", task("a"))), doneAfter(3));
    run.step();
    assertThat(run.timers).hasSize(1);
    run.crash();
    assertThat(run.timers).hasSize(1);

    assertThat(run.toEnd().trace).containsExactly("+a", "-a", "+a", "-a", "+a", "-a");
    assertThat(run.status()).isEqualTo(ExecutionStatus.SUCCESS);
  }

  @Test
  void itRemembersOverACrashThatItFailed() {
    var loop = loopUntil("l", "0", new Frequency(Duration.ofSeconds(1), 1, null, true), task("a"));
    Run run = Run.begin(flow(onError(loop, task("e1"), task("e2"))), Script.allSucceed());
    run.step();
    run.step();
    run.crash();

    assertThat(run.toEnd().outline())
        .containsExactly("l FAILED", "a SUCCESS", "e1 SUCCESS", "e2 SUCCESS");
  }

  @Test
  void aKillBetweenTwoRoundsEndsItAtOnce() {
    Run run = Run.begin(flow(loopUntil("l", "0", task("a"))), Script.allSucceed());
    run.step();
    run.kill();

    assertThat(run.status()).isEqualTo(ExecutionStatus.KILLED);
    assertThat(run.timers).isEmpty();
  }

  @Test
  void theTimerOfARoundThatStartedIsRefused() {
    Run run = Run.begin(flow(loopUntil("l", "0", task("a"))), Script.allSucceed().never("a"));

    assertThat(run.send(new FireTimer(EXECUTION, Timer.Kind.ROUND, 0)).refusal())
        .isEqualTo("The task run does not wait for a round.");
  }

  @Test
  void aReportOfAnOldRoundIsRefused() {
    Run run = Run.begin(flow(loopUntil("l", "0", task("a"))), Script.allSucceed());
    run.step();
    run.step();

    var late = new CompleteAttempt(EXECUTION, 1, 0, AttemptResult.success(Map.of()));
    assertThat(run.send(late).isRefused()).isTrue();
  }

  private static Script doneAfter(int rounds) {
    return Script.allSucceed()
        .output(
            "a",
            job ->
                Map.of(
                    "done",
                    job.variables().get("outputs") instanceof Map<?, ?> outputs
                        && outputs.get("l") instanceof Map<?, ?> loop
                        && loop.get("iterationCount").equals(rounds)));
  }
}
