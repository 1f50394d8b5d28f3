package dev.legato.engine;

import static dev.legato.engine.Flows.EXECUTION;
import static dev.legato.engine.Flows.everyTenSeconds;
import static dev.legato.engine.Flows.flow;
import static dev.legato.engine.Flows.forEach;
import static dev.legato.engine.Flows.onError;
import static dev.legato.engine.Flows.parallel;
import static dev.legato.engine.Flows.retry;
import static dev.legato.engine.Flows.sequence;
import static dev.legato.engine.Flows.task;
import static org.assertj.core.api.Assertions.assertThat;

import dev.legato.model.command.Command.FireTimer;
import dev.legato.model.command.Command.Loss;
import dev.legato.model.command.Command.RecoverExecution;
import dev.legato.model.effect.Effect;
import dev.legato.model.effect.Effect.KillTask;
import dev.legato.model.execution.AttemptResult;
import dev.legato.model.execution.ExecutionStatus;
import dev.legato.model.execution.TaskRunStatus;
import dev.legato.model.execution.Timer;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class KillTest {
  @Test
  void anExecutionThatHasNotStartedIsKilledAtOnce() {
    Run run =
        Run.begin(flow(task("a")), Script.allSucceed(), Run.creation(Run.START.plusSeconds(60)));
    assertThat(run.status()).isEqualTo(ExecutionStatus.CREATED);
    run.kill();

    assertThat(run.status()).isEqualTo(ExecutionStatus.KILLED);
    assertThat(run.timers).isEmpty();
    assertThat(run.send(new FireTimer(EXECUTION, Timer.Kind.START, null)).isRefused()).isTrue();
    assertThat(run.state.taskRuns().all()).isEmpty();
  }

  @Test
  void itIsKilledOnlyWhenEveryAttemptHasEnded() {
    Run run =
        Run.begin(
            flow(parallel("p", 0, task("a"), sequence("s", task("b"), task("c")))),
            Script.allSucceed().never("a").never("b"));
    run.kill();
    assertThat(run.status()).isEqualTo(ExecutionStatus.KILLING);
    assertThat(run.outline()).containsExactly("p KILLING", "a KILLING", "s KILLING", "b KILLING");

    run.complete("a", AttemptResult.killed());
    assertThat(run.status()).isEqualTo(ExecutionStatus.KILLING);
    run.complete("b", AttemptResult.killed());
    assertThat(run.outline()).containsExactly("p KILLED", "a KILLED", "s KILLED", "b KILLED");
    assertThat(run.status()).isEqualTo(ExecutionStatus.KILLED);
  }

  @Test
  void everyRunningAttemptIsAskedToStop() {
    Run run = Run.begin(flow(forEach("l", "[1,2]", 0, task("a"))), Script.allSucceed().never("a"));
    List<Effect> effects = run.kill().effects();

    assertThat(effects)
        .filteredOn(effect -> effect instanceof KillTask)
        .containsExactlyInAnyOrder(new KillTask(EXECUTION, 1, 0), new KillTask(EXECUTION, 2, 0));
  }

  @Test
  void whatWaitsForARetryIsKilledAtOnceAndStaysSo() {
    Run run = Run.begin(flow(task("a", retry(everyTenSeconds(5)))), Script.allSucceed().fail("a"));
    run.step();
    assertThat(run.status()).isEqualTo(ExecutionStatus.RETRYING);
    run.kill();

    assertThat(run.status()).isEqualTo(ExecutionStatus.KILLED);
    assertThat(run.outline()).containsExactly("a KILLED");
    assertThat(run.timers).isEmpty();
    assertThat(run.send(new FireTimer(EXECUTION, Timer.Kind.RETRY, 0)).isRefused()).isTrue();
  }

  @Test
  void noLaneOpensAfterTheKillHasEndedTheExecution() {
    var retried = task("a", retry(everyTenSeconds(5)));
    var plan = flow(forEach("o", "[1,2]", 1, forEach("i", "[1]", 1, retried)));
    Run run = Run.begin(plan, Script.allSucceed().fail("a"));
    run.step();
    run.kill();

    assertThat(run.outline()).containsExactly("o KILLED", "i[1] KILLED", "a[1][1] KILLED");
    assertThat(run.status()).isEqualTo(ExecutionStatus.KILLED);
  }

  @Test
  void aFailureDuringAKillIsNeitherRetriedNorHandled() {
    var plan =
        flow(onError(sequence("s", task("a", retry(everyTenSeconds(5)))), task("e")), task("b"));
    Run run = Run.begin(plan, Script.allSucceed().never("a"));
    run.kill();
    run.complete("a", AttemptResult.failed("interrupted"));

    assertThat(run.outline()).containsExactly("s KILLED", "a FAILED");
    assertThat(run.status()).isEqualTo(ExecutionStatus.KILLED);
  }

  @Test
  void aSuccessThatCameFirstIsKept() {
    Run run = Run.begin(flow(task("a"), task("b")), Script.allSucceed().never("a"));
    run.kill();
    run.complete("a", AttemptResult.success(Map.of("x", 1)));

    assertThat(run.row("a").status()).isEqualTo(TaskRunStatus.SUCCESS);
    assertThat(run.row("a").outputs()).isEqualTo(Map.of("x", 1));
    assertThat(run.status()).isEqualTo(ExecutionStatus.KILLED);
  }

  @Test
  void aSecondKillIsAcceptedAndDoesNothing() {
    Run run = Run.begin(flow(task("a")), Script.allSucceed().never("a"));
    run.kill();
    Decision second = run.kill();

    assertThat(second.isRefused()).isFalse();
    assertThat(second.events()).isEmpty();
    assertThat(second.effects()).isEmpty();
  }

  @Test
  void anEndedExecutionCannotBeKilled() {
    Run run = Run.of(flow(task("a")), Script.allSucceed());

    assertThat(run.kill().refusal()).isEqualTo("The execution already ended as SUCCESS.");
    assertThat(run.status()).isEqualTo(ExecutionStatus.SUCCESS);
  }

  @Test
  void aKillInTheMiddleOfAFanOutStartsNothingMore() {
    String values = FanOutTest.values(2_000);
    Run run = Run.begin(flow(forEach("l", values, 0, task("a"))), Script.allSucceed().never("a"));
    assertThat(run.state.taskRuns().all()).hasSize(Engine.PORTION);
    run.kill();
    run.toEnd();

    assertThat(run.state.taskRuns().all()).hasSize(Engine.PORTION);
    assertThat(run.status()).isEqualTo(ExecutionStatus.KILLED);
  }

  @Test
  void aKillIsPassedOnAgainToAnAttemptThatOutlivedTheServer() {
    Run run = Run.begin(flow(task("a")), Script.allSucceed().never("a"));
    run.kill();
    run.restore();
    Decision recovery = run.send(new RecoverExecution(EXECUTION, Set.of(0), Loss.CRASH));

    assertThat(recovery.effects()).containsExactly(new KillTask(EXECUTION, 0, 0));
    assertThat(run.status()).isEqualTo(ExecutionStatus.KILLING);
    run.complete("a", AttemptResult.killed());
    assertThat(run.status()).isEqualTo(ExecutionStatus.KILLED);
  }
}
