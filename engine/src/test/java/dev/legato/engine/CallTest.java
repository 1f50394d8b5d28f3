package dev.legato.engine;

import static dev.legato.engine.Flows.EXECUTION;
import static dev.legato.engine.Flows.FLOW;
import static dev.legato.engine.Flows.everyTenSeconds;
import static dev.legato.engine.Flows.flow;
import static dev.legato.engine.Flows.items;
import static dev.legato.engine.Flows.retry;
import static dev.legato.engine.Flows.sequence;
import static dev.legato.engine.Flows.subflow;
import static org.assertj.core.api.Assertions.assertThat;

import dev.legato.model.command.Command.KillExecution;
import dev.legato.model.command.Command.Loss;
import dev.legato.model.command.Command.RecoverExecution;
import dev.legato.model.command.Command.ReportProgress;
import dev.legato.model.effect.Effect.KillCall;
import dev.legato.model.effect.Effect.RunCall;
import dev.legato.model.effect.Effect.RunTask;
import dev.legato.model.execution.AttemptResult;
import dev.legato.model.execution.Call;
import dev.legato.model.execution.ExecutionStatus;
import dev.legato.model.execution.Job;
import dev.legato.model.execution.TaskRunStatus;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Subflows and the items of ForEachItem, which somebody else starts and waits for. */
class CallTest {
  @Test
  void itIsCarriedOutWithoutAWorker() {
    Run run = Run.begin(flow(subflow("c"), items("i")), Script.allSucceed());
    Call call = calls(run).getFirst();

    assertThat(run.effects).noneMatch(effect -> effect instanceof RunTask);
    assertThat(call.key()).isEqualTo(new Job.Key(EXECUTION, 0, 0));
    assertThat(call.flows()).containsExactly(FLOW);
    assertThat(call.starts()).containsExactly(Run.START.plusMillis(1));
    assertThat(call.restarted()).isFalse();
    assertThat(run.toEnd().outline()).containsExactly("c SUCCESS", "i SUCCESS");
  }

  @Test
  void aRetryIsANewAttempt() {
    var plan = flow(subflow("c", retry(everyTenSeconds(3))));
    Run run = Run.of(plan, Script.allSucceed().failTimes("c", 2));

    assertThat(calls(run)).extracting(call -> call.key().attempt()).containsExactly(0, 1, 2);
    assertThat(calls(run)).extracting(call -> call.starts().size()).containsExactly(1, 2, 3);
    assertThat(calls(run)).noneMatch(Call::restarted);
    assertThat(run.status()).isEqualTo(ExecutionStatus.SUCCESS);
  }

  @Test
  void aRestartSaysThatItIsOne() {
    var plan = flow(subflow("c", retry(everyTenSeconds(2))));
    Run run = Run.of(plan, Script.allSucceed().failTimes("c", 2));
    run.restart();
    run.toEnd();

    assertThat(calls(run)).extracting(Call::restarted).containsExactly(false, false, true);
    assertThat(run.status()).isEqualTo(ExecutionStatus.SUCCESS);
  }

  @ParameterizedTest(name = "cascade: {0}")
  @ValueSource(booleans = {true, false})
  void aCrashKeepsWhatAKillSaysOfTheExecutionsThatWereStarted(boolean cascade) {
    Run run = Run.begin(flow(subflow("c")), Script.allSucceed().never("c"));
    run.send(new KillExecution(EXECUTION, cascade));
    int before = run.effects.size();
    run.restore();
    run.send(new RecoverExecution(EXECUTION, Set.of(), Loss.CRASH));

    assertThat(run.effects.subList(before, run.effects.size()))
        .contains(new KillCall(new Job.Key(EXECUTION, 0, 0), cascade));
  }

  @Test
  void afterACrashTheSameCallIsCarriedOutAgain() {
    Run run = Run.begin(flow(subflow("c")), Script.allSucceed().never("c"));
    run.crash();

    assertThat(calls(run))
        .hasSize(2)
        .extracting(Call::key)
        .containsOnly(new Job.Key(EXECUTION, 0, 0));
    assertThat(run.row("c").attempts()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aKillConcernsTheChildrenIfSomebodyWantsThat(boolean cascade) {
    Run run = Run.begin(flow(subflow("c")), Script.allSucceed().never("c"));
    run.send(new KillExecution(EXECUTION, cascade));

    assertThat(run.effects).contains(new KillCall(new Job.Key(EXECUTION, 0, 0), cascade));
    assertThat(run.status()).isEqualTo(ExecutionStatus.KILLING);
    assertThat(run.toEnd().status()).isEqualTo(ExecutionStatus.KILLED);
  }

  @Test
  void aKillOutlivesACrashAndReachesARestartedCallToo() {
    Run run = Run.begin(flow(subflow("c")), Script.allSucceed().fail("c")).toEnd();
    run.restart();
    run.kill();
    run.effects.clear();
    run.crash();

    assertThat(calls(run)).hasSize(1).allMatch(Call::restarted);
    assertThat(run.effects).anyMatch(effect -> effect instanceof KillCall);
  }

  @Test
  void progressIsShownUntilTheResultReplacesIt() {
    Run run = Run.begin(flow(subflow("c")), Script.allSucceed().never("c"));
    run.send(new ReportProgress(EXECUTION, 0, 0, Map.of("iterations", Map.of("RUNNING", 3))));
    assertThat(run.row("c").outputs()).containsKey("iterations");
    assertThat(run.writes).last().isEqualTo(1);

    run.complete("c", AttemptResult.success(Map.of("done", true)));
    assertThat(run.row("c").outputs()).isEqualTo(Map.of("done", true));

    var late = new ReportProgress(EXECUTION, 0, 0, Map.of());
    assertThat(run.send(late).refusal()).isEqualTo("Attempt 0 of task run 0 does not run.");
  }

  static Stream<Arguments> ends() {
    return Stream.of(
        Arguments.of(TaskRunStatus.WARNING, ExecutionStatus.WARNING),
        Arguments.of(TaskRunStatus.FAILED, ExecutionStatus.FAILED),
        Arguments.of(TaskRunStatus.KILLED, ExecutionStatus.KILLED));
  }

  @ParameterizedTest
  @MethodSource("ends")
  void theEndOfTheChildIsTakenOver(TaskRunStatus child, ExecutionStatus status) {
    Run run = Run.begin(flow(sequence("s", subflow("c"))), Script.allSucceed().never("c"));
    run.complete("c", new AttemptResult(child, Map.of("state", child.name()), null));

    assertThat(run.status()).isEqualTo(status);
    assertThat(run.row("c").outputs()).isEqualTo(Map.of("state", child.name()));
  }

  private static List<Call> calls(Run run) {
    return run.effects.stream()
        .flatMap(effect -> effect instanceof RunCall it ? Stream.of(it.call()) : Stream.empty())
        .toList();
  }
}
