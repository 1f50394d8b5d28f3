package dev.legato.engine;

import static dev.legato.engine.Flows.EXECUTION;
import static dev.legato.engine.Flows.attempts;
import static dev.legato.engine.Flows.everyTenSeconds;
import static dev.legato.engine.Flows.exit;
import static dev.legato.engine.Flows.flow;
import static dev.legato.engine.Flows.parallel;
import static dev.legato.engine.Flows.retry;
import static dev.legato.engine.Flows.runIf;
import static dev.legato.engine.Flows.sequence;
import static dev.legato.engine.Flows.task;
import static org.assertj.core.api.Assertions.assertThat;

import dev.legato.model.command.Command.FireTimer;
import dev.legato.model.effect.Effect.SetTimer;
import dev.legato.model.execution.Attempt;
import dev.legato.model.execution.AttemptResult;
import dev.legato.model.execution.ExecutionStatus;
import dev.legato.model.execution.TaskRunStatus;
import dev.legato.model.execution.Timer;
import dev.legato.model.flow.RetryPolicy;
import dev.legato.model.flow.RetryPolicy.Behavior;
import dev.legato.model.flow.RetryPolicy.Constant;
import dev.legato.model.flow.RetryPolicy.Exponential;
import dev.legato.model.flow.RetryPolicy.Limits;
import dev.legato.model.plan.Plan;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RetryTest {
  private static final Duration SECOND = Duration.ofSeconds(1);

  static Stream<Arguments> waits() {
    return Stream.of(
        Arguments.of(new Constant(Duration.ofSeconds(3), attempts(4)), List.of(3, 3, 3)),
        Arguments.of(new Constant(Duration.ofSeconds(3), attempts(1)), List.of()),
        Arguments.of(
            new Exponential(SECOND, Duration.ofSeconds(60), 2, attempts(5)), List.of(1, 2, 4, 8)),
        Arguments.of(
            new Exponential(SECOND, Duration.ofSeconds(5), 3, attempts(5)), List.of(1, 3, 5, 5)),
        Arguments.of(
            new Exponential(Duration.ofSeconds(4), Duration.ofDays(1), 1.5, attempts(4)),
            List.of(4, 6, 9)),
        Arguments.of(
            new Constant(
                Duration.ofSeconds(10),
                new Limits(null, Duration.ofSeconds(25), false, Behavior.RETRY_FAILED_TASK)),
            List.of(10, 10)),
        Arguments.of(
            new Constant(
                Duration.ofSeconds(10),
                new Limits(2, Duration.ofSeconds(25), false, Behavior.RETRY_FAILED_TASK)),
            List.of(10)));
  }

  @ParameterizedTest
  @MethodSource("waits")
  void attemptsFollowEachOtherAsThePolicySays(RetryPolicy policy, List<Integer> seconds) {
    Run run = Run.of(flow(task("a", retry(policy))), Script.allSucceed().fail("a"));

    var waits = new ArrayList<Integer>();
    List<Attempt> attempts = run.row("a").attempts();
    for (int i = 1; i < attempts.size(); i++) {
      Duration wait =
          Duration.between(attempts.get(i - 1).history().last(), attempts.get(i).history().start());
      waits.add(Math.toIntExact(wait.toSeconds()));
    }
    assertThat(waits).isEqualTo(seconds);
    assertThat(run.status()).isEqualTo(ExecutionStatus.FAILED);
  }

  @Test
  void randomWaitsAreWithinTheirBoundsAndComeOutTheSameAgain() {
    var policy = new RetryPolicy.Random(SECOND, Duration.ofSeconds(100), attempts(30));
    var plan = flow(task("a", retry(policy)));
    List<Timer> timers = timersSet(Run.of(plan, Script.allSucceed().fail("a")));

    assertThat(timers).hasSize(29).doesNotHaveDuplicates();
    assertThat(timersSet(Run.of(plan, Script.allSucceed().fail("a")))).isEqualTo(timers);
    List<Attempt> attempts = Run.of(plan, Script.allSucceed().fail("a")).row("a").attempts();
    for (int i = 0; i < timers.size(); i++) {
      assertThat(Duration.between(attempts.get(i).history().last(), timers.get(i).due()))
          .isBetween(SECOND, Duration.ofSeconds(100));
    }
  }

  @Test
  void aTaskRunGoesThroughRetryingAndCreated() {
    var plan = flow(task("a", retry(everyTenSeconds(2))));
    Run run = Run.of(plan, Script.allSucceed().failTimes("a", 1));

    assertThat(run.row("a").history().entries())
        .extracting(entry -> entry.status())
        .containsExactly(
            TaskRunStatus.CREATED,
            TaskRunStatus.RUNNING,
            TaskRunStatus.RETRYING,
            TaskRunStatus.CREATED,
            TaskRunStatus.RUNNING,
            TaskRunStatus.SUCCESS);
    assertThat(run.row("a").attempts())
        .extracting(Attempt::status)
        .containsExactly(TaskRunStatus.FAILED, TaskRunStatus.SUCCESS);
    assertThat(run.stored().execution().history().entries())
        .extracting(entry -> entry.status())
        .containsExactly(
            ExecutionStatus.CREATED,
            ExecutionStatus.RUNNING,
            ExecutionStatus.RETRYING,
            ExecutionStatus.RUNNING,
            ExecutionStatus.SUCCESS);
  }

  @Test
  void theExecutionIsRetryingOnlyWhileNothingElseRuns() {
    var plan =
        flow(
            parallel(
                "p",
                0,
                task("a", retry(everyTenSeconds(2))),
                sequence("s", task("b"), task("slow"))));
    Run run = Run.of(plan, Script.allSucceed().failTimes("a", 1).never("b").never("slow"));
    assertThat(run.trace).containsExactly("+a", "+b", "-a", "+a", "-a");
    assertThat(run.status()).isEqualTo(ExecutionStatus.RUNNING);

    Run waiting = Run.begin(plan, Script.allSucceed().failTimes("a", 1));
    waiting.complete("b", AttemptResult.success(Map.of()));
    waiting.complete("a", AttemptResult.failed("no"));
    assertThat(waiting.status()).isEqualTo(ExecutionStatus.RUNNING);
    waiting.complete("slow", AttemptResult.success(Map.of()));
    assertThat(waiting.status()).isEqualTo(ExecutionStatus.RETRYING);
  }

  @Test
  void theOutputsAreThoseOfTheLastAttempt() {
    var plan = flow(task("a", retry(everyTenSeconds(2))));
    Run run = Run.begin(plan, Script.allSucceed().never("a"));
    run.complete("a", new AttemptResult(TaskRunStatus.FAILED, Map.of("x", 1), "no"));
    run.step();
    run.complete("a", AttemptResult.success(Map.of("x", 2)));

    assertThat(run.row("a").outputs()).isEqualTo(Map.of("x", 2));
  }

  @Test
  void aSuccessAfterARetryMayBeAWarning() {
    var policy = new Constant(SECOND, new Limits(3, null, true, Behavior.RETRY_FAILED_TASK));
    var plan = flow(task("a", retry(policy)));

    assertThat(Run.of(plan, Script.allSucceed().failTimes("a", 1)).status())
        .isEqualTo(ExecutionStatus.WARNING);
    assertThat(Run.of(plan, Script.allSucceed()).status()).isEqualTo(ExecutionStatus.SUCCESS);
  }

  @Test
  void neitherWarningsNorKillsAreRetried() {
    var plan = flow(task("a", retry(everyTenSeconds(5))));

    assertThat(Run.of(plan, Script.allSucceed().warn("a")).trace).containsExactly("+a", "-a");
    assertThat(Run.of(plan, Script.allSucceed().killed("a")).trace).containsExactly("+a", "-a");
  }

  @Test
  void aTimerThatComesTwiceStartsOneAttempt() {
    var plan = flow(task("a", retry(everyTenSeconds(5))));
    Run run = Run.begin(plan, Script.allSucceed().never("a"));
    var fire = new FireTimer(EXECUTION, Timer.Kind.RETRY, 0);
    run.complete("a", AttemptResult.failed("no"));
    run.step();
    assertThat(run.send(fire).isRefused()).isTrue();

    run.complete("a", AttemptResult.failed("no"));
    Timer second = run.timers.values().iterator().next();
    assertThat(run.send(fire).events()).isEmpty();

    assertThat(run.timers.values()).containsExactly(second);
    assertThat(run.find("a").status()).isEqualTo(TaskRunStatus.RETRYING);
  }

  private static List<Timer> timersSet(Run run) {
    return run.effects.stream()
        .flatMap(effect -> effect instanceof SetTimer set ? Stream.of(set.timer()) : Stream.empty())
        .toList();
  }

  @Test
  void whoOnlyWaitsForRetriesCanBeToldToEnd() {
    Plan plan =
        flow(
            parallel(
                "p",
                0,
                task("a", retry(everyTenSeconds(3))),
                exit("x", "FAILED", runIf("${later:vars.env}"))));
    Run run = Run.begin(plan, Script.allSucceed().fail("a")).steps(1);
    assertThat(run.status()).isEqualTo(ExecutionStatus.RETRYING);

    assertThat(run.toEnd().status()).isEqualTo(ExecutionStatus.FAILED);
    assertThat(run.outline()).contains("a CANCELLED");
  }
}
