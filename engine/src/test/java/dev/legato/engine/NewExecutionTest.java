package dev.legato.engine;

import static dev.legato.engine.Flows.EXECUTION;
import static dev.legato.engine.Flows.FLOW;
import static dev.legato.engine.Flows.again;
import static dev.legato.engine.Flows.flow;
import static dev.legato.engine.Flows.parallel;
import static dev.legato.engine.Flows.retry;
import static dev.legato.engine.Flows.sequence;
import static dev.legato.engine.Flows.task;
import static org.assertj.core.api.Assertions.assertThat;

import dev.legato.model.command.Command.ChangeExecutionStatus;
import dev.legato.model.command.Command.ConfirmNewExecution;
import dev.legato.model.command.Command.CreateExecution;
import dev.legato.model.command.Command.FireTimer;
import dev.legato.model.effect.Effect.StartInPlaceOf;
import dev.legato.model.execution.AttemptResult;
import dev.legato.model.execution.ExecutionId;
import dev.legato.model.execution.ExecutionStatus;
import dev.legato.model.execution.Lineage;
import dev.legato.model.execution.TaskRunStatus;
import dev.legato.model.execution.Timer;
import dev.legato.model.flow.RetryPolicy;
import dev.legato.model.flow.RetryPolicy.Behavior;
import dev.legato.model.plan.Plan;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Retries that begin a new execution. */
class NewExecutionTest {
  @Test
  void aFailureIsTriedAgainByANewExecution() {
    Run run =
        Run.of(
            flow(sequence("s", task("a", retry(again(3)))), task("b")),
            Script.allSucceed().fail("a"));

    assertThat(run.outline()).containsExactly("s RETRIED", "a RETRIED");
    assertThat(run.status()).isEqualTo(ExecutionStatus.RETRIED);
    CreateExecution again = started(run).getFirst();
    assertThat(again.flow()).isEqualTo(FLOW);
    assertThat(again.inputs()).isEqualTo(Map.of("who", "you"));
    assertThat(again.lineage())
        .isEqualTo(new Lineage(EXECUTION, EXECUTION, 2, run.state.header().firstCreated()));
    assertThat(run.timers).isEmpty();
  }

  @Test
  void theChainEndsWithTheLastAttempt() {
    Plan plan = flow(List.of(task("a", retry(again(3)))), List.of(task("e")));
    CreateExecution next = Run.creation();
    Instant first = Run.begin(plan, Script.allSucceed(), next).state.header().firstCreated();
    for (int attempt = 1; attempt < 3; attempt++) {
      Run run = Run.begin(plan, Script.allSucceed().fail("a"), next).toEnd();
      assertThat(run.status()).isEqualTo(ExecutionStatus.RETRIED);
      next = started(run).getFirst();
      assertThat(next.lineage())
          .isEqualTo(new Lineage(EXECUTION, run.state.id(), attempt + 1, first));
    }
    Run last = Run.begin(plan, Script.allSucceed().fail("a"), next).toEnd();

    assertThat(last.outline()).containsExactly("a FAILED", "e SUCCESS");
    assertThat(last.status()).isEqualTo(ExecutionStatus.FAILED);
    assertThat(started(last)).isEmpty();
  }

  @Test
  void aCrashBeforeTheConfirmationStartsTheSameExecution() {
    Run run = Run.begin(flow(task("a", retry(again(2)))), Script.allSucceed().fail("a")).steps(2);
    assertThat(started(run)).hasSize(1);
    run.crash().toEnd();

    assertThat(started(run)).hasSize(2);
    assertThat(Set.copyOf(started(run))).hasSize(1);
    assertThat(run.timers).isEmpty();
  }

  @Test
  void itWaitsForSiblingsThatStillRun() {
    Plan plan = flow(parallel("p", 0, task("a", retry(again(2))), task("b")));
    Run run = Run.begin(plan, Script.allSucceed().fail("a").never("b")).steps(4);
    assertThat(run.status()).isEqualTo(ExecutionStatus.RUNNING);
    assertThat(run.timers).isEmpty(); // nothing to look at before it is over
    run.now = run.now.plus(Duration.ofHours(1));
    run.complete("b", AttemptResult.success(Map.of()));

    assertThat(run.timers.values()).extracting(Timer::due).containsExactly(run.now);
    run.toEnd();

    assertThat(run.outline()).containsExactly("p RETRIED", "a RETRIED", "b SUCCESS");
    assertThat(started(run)).hasSize(1);
  }

  @Test
  void aKillCallsItOff() {
    Plan plan = flow(parallel("p", 0, task("a", retry(again(2))), task("b")));
    Run run = Run.begin(plan, Script.allSucceed().fail("a").never("b")).steps(1);
    run.kill();

    assertThat(run.toEnd().status()).isEqualTo(ExecutionStatus.KILLED);
    assertThat(started(run)).isEmpty();
    assertThat(run.timers).isEmpty();
  }

  @Test
  void theNewExecutionIsConfirmedOnce() {
    Run run = Run.of(flow(task("a", retry(again(2)))), Script.allSucceed().fail("a"));

    ExecutionId successor = started(run).getFirst().execution();
    assertThat(run.send(new ConfirmNewExecution(EXECUTION, successor, false)).refusal())
        .isEqualTo("Nobody waits for the new execution.");
    assertThat(run.send(new FireTimer(EXECUTION, Timer.Kind.NEW_EXECUTION, null)).isRefused())
        .isTrue();
    assertThat(started(run)).hasSize(1);
  }

  @Test
  void aKillBeforeItsTimeReachesTheNewExecution() {
    Plan plan = flow(task("a", retry(again(2))));
    Run run = Run.begin(plan, Script.allSucceed().fail("a")).steps(1);
    assertThat(run.status()).isEqualTo(ExecutionStatus.RETRIED);
    assertThat(run.state.header().awaitsSuccessor()).isTrue();
    assertThat(started(run)).isEmpty();

    assertThat(run.kill().refusal()).isNull();

    CreateExecution successor = started(run).getFirst();
    assertThat(successor.scheduleDate()).isAfter(run.now); // it runs nothing before it is killed
    assertThat(kills(run)).containsExactly(successor.execution());
    run.toEnd();
    assertThat(run.timers).isEmpty();
    assertThat(run.status()).isEqualTo(ExecutionStatus.RETRIED);
    assertThat(run.state.header().awaitsSuccessor()).isFalse();
    assertThat(run.kill().isRefused()).isTrue();
  }

  @ParameterizedTest
  @EnumSource(
      value = ExecutionStatus.class,
      names = {"SUCCESS", "WARNING", "FAILED", "KILLED", "CANCELLED"})
  void anEndTakenForAnotherOneIsNotTriedAgain(ExecutionStatus status) {
    Plan plan = flow(task("a", retry(again(2))));
    Run run = Run.begin(plan, Script.allSucceed().fail("a")).steps(1);
    assertThat(run.state.header().awaitsSuccessor()).isTrue();

    assertThat(run.send(new ChangeExecutionStatus(EXECUTION, status)).refusal()).isNull();

    assertThat(run.timers).isEmpty();
    assertThat(run.send(new FireTimer(EXECUTION, Timer.Kind.NEW_EXECUTION, null)).isRefused())
        .isTrue();
    assertThat(started(run)).isEmpty();
    assertThat(run.status()).isEqualTo(status);
    assertThat(run.state.header().awaitsSuccessor()).isFalse();
  }

  @Test
  void aChangedEndKillsTheNewExecutionThatIsOnItsWay() {
    Plan plan = flow(task("a", retry(again(2))));
    Run run = Run.begin(plan, Script.allSucceed().fail("a")).steps(2);
    ExecutionId successor = started(run).getFirst().execution();

    var change = new ChangeExecutionStatus(EXECUTION, ExecutionStatus.WARNING);
    assertThat(run.send(change).refusal()).isNull();

    assertThat(kills(run)).containsExactly(successor);
    assertThat(run.send(new ConfirmNewExecution(EXECUTION, successor, false)).refusal())
        .isEqualTo("The new execution is to be killed first.");
    run.crash().toEnd();
    assertThat(Set.copyOf(kills(run))).containsExactly(successor);
    assertThat(run.timers).isEmpty();
    assertThat(run.status()).isEqualTo(ExecutionStatus.WARNING);
    assertThat(run.kill().isRefused()).isTrue();
  }

  @Test
  void whatIsTriedAgainInThisMomentIsNotRestartedToo() {
    Plan plan = flow(task("a", retry(again(2))));
    Run run = Run.begin(plan, Script.allSucceed().failTimes("a", 1)).steps(1);
    run.crash().steps(1);
    assertThat(started(run)).hasSize(1);

    assertThat(run.change("a", TaskRunStatus.SUCCESS).refusal())
        .isEqualTo("A new execution is about to take its place; restart that one.");
    run.toEnd();
    assertThat(run.change("a", TaskRunStatus.SUCCESS).refusal()).isNull();
  }

  @Test
  void aKillOfTheNewExecutionSurvivesACrash() {
    Plan plan = flow(task("a", retry(again(2))));
    Run run = Run.begin(plan, Script.allSucceed().fail("a")).steps(1);
    run.kill();

    run.crash().toEnd();

    assertThat(Set.copyOf(kills(run))).hasSize(1);
    assertThat(kills(run)).hasSize(2);
    assertThat(run.timers).isEmpty();
  }

  @Test
  void aNewExecutionThatWasOnItsWayIsKilledBeforeItCounts() {
    Plan plan = flow(task("a", retry(again(2))));
    Run run = Run.begin(plan, Script.allSucceed().fail("a")).steps(2);
    ExecutionId successor = started(run).getFirst().execution();
    run.kill();

    assertThat(run.send(new ConfirmNewExecution(EXECUTION, successor, false)).refusal())
        .isEqualTo("The new execution is to be killed first.");
    assertThat(run.timers).hasSize(1);
    run.toEnd();
    assertThat(run.timers).isEmpty();
  }

  @Test
  void aRestartForgetsTheNewExecutionThatWasToBeKilled() {
    Plan plan = flow(task("a", retry(again(2))));
    Run run = Run.begin(plan, Script.allSucceed().failTimes("a", 1)).steps(1);
    run.kill();

    assertThat(run.change("a", TaskRunStatus.SUCCESS).refusal()).isNull();

    assertThat(run.timers).isEmpty();
    assertThat(run.toEnd().status()).isEqualTo(ExecutionStatus.SUCCESS);
  }

  @Test
  void theLongestTimeCountsFromTheFirstExecution() {
    var limits =
        new RetryPolicy.Limits(null, Duration.ofHours(1), false, Behavior.CREATE_NEW_EXECUTION);
    Plan plan = flow(task("a", retry(new RetryPolicy.Constant(Duration.ofMinutes(25), limits))));
    Run first = Run.begin(plan, Script.allSucceed().fail("a"), Run.creation()).toEnd();
    CreateExecution next = started(first).getFirst();
    Run second = Run.begin(plan, Script.allSucceed().fail("a"), next, first.now).toEnd();
    CreateExecution last = started(second).getFirst();

    Run third = Run.begin(plan, Script.allSucceed().fail("a"), last, second.now).toEnd();

    assertThat(third.status()).isEqualTo(ExecutionStatus.FAILED); // 75 minutes would be too long
    assertThat(started(third)).isEmpty();
  }

  private static List<ExecutionId> kills(Run run) {
    return run.effects.stream()
        .flatMap(
            it ->
                it instanceof StartInPlaceOf(_, var command, boolean kill) && kill
                    ? Stream.of(command.execution())
                    : Stream.empty())
        .toList();
  }

  private static List<CreateExecution> started(Run run) {
    return run.effects.stream()
        .flatMap(
            it ->
                it instanceof StartInPlaceOf(_, var command, _)
                    ? Stream.of(command)
                    : Stream.empty())
        .toList();
  }
}
