package dev.legato.engine;

import static dev.legato.engine.Flows.EXECUTION;
import static dev.legato.engine.Flows.again;
import static dev.legato.engine.Flows.andAfter;
import static dev.legato.engine.Flows.andFinally;
import static dev.legato.engine.Flows.everyTenSeconds;
import static dev.legato.engine.Flows.exit;
import static dev.legato.engine.Flows.flow;
import static dev.legato.engine.Flows.onError;
import static dev.legato.engine.Flows.pause;
import static dev.legato.engine.Flows.retry;
import static dev.legato.engine.Flows.sequence;
import static dev.legato.engine.Flows.task;
import static dev.legato.engine.Flows.withRules;
import static org.assertj.core.api.Assertions.assertThat;

import dev.legato.model.command.Command.Loss;
import dev.legato.model.command.Command.RecoverExecution;
import dev.legato.model.execution.AttemptResult;
import dev.legato.model.execution.ExecutionStatus;
import dev.legato.model.flow.Condition;
import dev.legato.model.flow.Condition.HasRetryAttempt;
import dev.legato.model.plan.FlowRules;
import dev.legato.model.plan.Plan;
import dev.legato.model.plan.Step;
import dev.legato.model.plan.Step.GroupStep;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code finally}, {@code afterExecution} and listeners. */
class LastTasksTest {
  @ParameterizedTest(name = "{0} fails")
  @ValueSource(strings = {"nothing", "a", "a and x", "f"})
  void finallyRunsLastWhateverHappenedAndChangesNothing(String failing) {
    Script script = Script.allSucceed();
    for (String task : failing.split(" and ")) {
      script.fail(task);
    }
    Plan plan = andFinally(flow(List.of(task("a")), List.of(task("x"))), task("f"));
    Run run = Run.of(plan, script);
    boolean failed = failing.startsWith("a");

    assertThat(run.trace.getLast()).isEqualTo("-f");
    assertThat(run.trace.contains("+x")).isEqualTo(failed);
    assertThat(run.status()).isEqualTo(failed ? ExecutionStatus.FAILED : ExecutionStatus.SUCCESS);
  }

  @Test
  void finallyOfAGroupRunsBeforeTheGroupEnds() {
    GroupStep group =
        andFinally(onError(sequence("s", task("a"), task("b")), task("x")), task("f"));
    Run run = Run.of(flow(group, task("c")), Script.allSucceed());
    assertThat(run.trace).containsExactly("+a", "-a", "+b", "-b", "+f", "-f", "+c", "-c");

    Run failed = Run.of(flow(group, task("c")), Script.allSucceed().fail("a"));
    assertThat(failed.trace).containsExactly("+a", "-a", "+x", "-x", "+f", "-f");
  }

  @Test
  void aKillRunsNeitherErrorsNorFinally() {
    Plan plan = andFinally(flow(List.of(task("a")), List.of(task("x"))), task("f"));
    Run run = Run.begin(plan, Script.allSucceed().never("a"));
    run.kill();

    assertThat(run.toEnd().trace).containsExactly("+a", "-a");
    assertThat(run.status()).isEqualTo(ExecutionStatus.KILLED);
  }

  @ParameterizedTest(name = "{0} fails")
  @ValueSource(strings = {"nothing", "a", "z1"})
  void whatFollowsTheEndRunsWhenTheExecutionHasEnded(String failing) {
    Plan plan = andAfter(flow(task("a")), task("z1"), task("z2"));
    Run run = Run.begin(plan, Script.allSucceed().fail(failing).never("z1"));
    run.step();
    ExecutionStatus end = failing.equals("a") ? ExecutionStatus.FAILED : ExecutionStatus.SUCCESS;
    assertThat(run.status()).isEqualTo(end);
    assertThat(run.state.isOver()).isFalse();
    assertThat(run.outline()).endsWith("z1 RUNNING");
    run.complete(
        "z1", failing.equals("z1") ? AttemptResult.failed("no") : AttemptResult.success(Map.of()));

    assertThat(run.toEnd().state.isOver()).isTrue();
    assertThat(run.status()).isEqualTo(end);
    assertThat(run.send(new RecoverExecution(EXECUTION, Set.of(), Loss.CRASH)).refusal())
        .isEqualTo("The execution is over.");
  }

  @Test
  void whatFollowsTheEndRunsAfterAKillToo() {
    Run run = Run.begin(andAfter(flow(task("a")), task("z")), Script.allSucceed().never("a"));
    run.kill();

    assertThat(run.toEnd().trace).containsExactly("+a", "-a", "+z", "-z");
    assertThat(run.status()).isEqualTo(ExecutionStatus.KILLED);
    assertThat(run.state.isOver()).isTrue();
  }

  @Test
  void whatFollowsTheEndGoesOnAfterACrash() {
    Plan plan = andAfter(flow(task("a")), task("z1"), sequence("s", task("z2")), task("z3"));
    for (int steps = 1; steps < 4; steps++) {
      Run run = Run.begin(plan, Script.allSucceed()).steps(steps).crash().toEnd();

      assertThat(run.outline())
          .containsExactly("a SUCCESS", "z1 SUCCESS", "s SUCCESS", "z2 SUCCESS", "z3 SUCCESS");
      assertThat(run.state.isOver()).isTrue();
    }
  }

  @Test
  void aKillStopsWhatFollowsTheEndAndLeavesTheEndAsItWas() {
    Plan plan = andAfter(flow(task("a")), sequence("s", task("z1"), task("z2")), task("z3"));
    Run run = Run.begin(plan, Script.allSucceed().never("z1"));
    run.toEnd();
    run.kill();
    assertThat(run.state.isOver()).isFalse();
    run.toEnd();

    assertThat(run.outline()).containsExactly("a SUCCESS", "s KILLED", "z1 KILLED");
    assertThat(run.status()).isEqualTo(ExecutionStatus.SUCCESS);
    assertThat(run.state.isOver()).isTrue();
    assertThat(run.kill().refusal()).isEqualTo("The execution already ended as SUCCESS.");
  }

  @ParameterizedTest(name = "the execution was {0}")
  @ValueSource(strings = {"SUCCESS", "KILLED", "CANCELLED"})
  void aCrashBetweenTheKillOfTheLastTasksAndTheirEndForgetsNothing(ExecutionStatus end) {
    List<Step> first =
        switch (end) {
          case KILLED -> List.of(task("a"));
          case CANCELLED -> List.of(exit("a", "CANCELLED"));
          default -> List.of(task("b"));
        };
    Plan plan = andAfter(flow(first, List.of()), task("z1"), task("z2"));
    Run run = Run.begin(plan, Script.allSucceed().never("a").never("z1"));
    if (end == ExecutionStatus.KILLED) {
      run.kill();
    }
    run.toEnd();
    assertThat(run.outline()).last().isEqualTo("z1 RUNNING");
    run.kill();
    run.crash().toEnd();

    assertThat(run.outline()).last().isEqualTo("z1 KILLED");
    assertThat(run.status()).isEqualTo(end);
    assertThat(run.state.isOver()).isTrue();
  }

  @Test
  void aPauseAfterTheEndCanBeResumedOrKilled() {
    Plan plan = andAfter(flow(task("a")), pause("p", task("z1")), task("z2"));
    Run resumed = Run.begin(plan, Script.allSucceed()).toEnd();
    assertThat(resumed.outline()).last().isEqualTo("p PAUSED");
    assertThat(resumed.resume().refusal()).isNull();
    assertThat(resumed.toEnd().outline())
        .containsExactly("a SUCCESS", "p SUCCESS", "z1 SUCCESS", "z2 SUCCESS");
    assertThat(resumed.state.isOver()).isTrue();
    assertThat(resumed.resume().refusal()).isEqualTo("The execution is SUCCESS, not PAUSED.");

    Run killed = Run.begin(plan, Script.allSucceed()).toEnd();
    killed.kill();
    assertThat(killed.outline()).containsExactly("a SUCCESS", "p KILLED");
    assertThat(killed.state.isOver()).isTrue();
    assertThat(killed.status()).isEqualTo(ExecutionStatus.SUCCESS);
  }

  @Test
  void aRestartAfterTheLastTasksWereKilledRunsThemAgain() {
    Plan plan = andAfter(flow(task("a")), task("z"));
    Run run = Run.begin(plan, Script.allSucceed().fail("a").never("z")).toEnd();
    run.kill();
    run.toEnd();
    run.script = Script.allSucceed();
    run.restart();

    assertThat(run.toEnd().outline()).containsExactly("a SUCCESS", "z SUCCESS");
    assertThat(run.status()).isEqualTo(ExecutionStatus.SUCCESS);
  }

  private static List<Condition> asks(String template) {
    return List.of(new Condition.Expression(template));
  }

  @Test
  void aListenerHearsOfRetriesAlsoAfterACrash() {
    var retried = new HasRetryAttempt(List.of("FAILED"), List.of());
    var rules = new FlowRules(List.of(), List.of(task("z")), Map.of("z", List.of(retried)));
    Plan plan = withRules(flow(task("a", retry(everyTenSeconds(3)))), rules);

    assertThat(Run.of(plan, Script.allSucceed()).outline()).containsExactly("a SUCCESS");
    assertThat(Run.of(plan, Script.allSucceed().failTimes("a", 1)).outline())
        .containsExactly("a SUCCESS", "z SUCCESS");
    Run crashed = Run.begin(plan, Script.allSucceed().failTimes("a", 1)).steps(1).crash();
    assertThat(crashed.toEnd().outline()).containsExactly("a SUCCESS", "z SUCCESS");
  }

  @Test
  void listenersWhoseConditionsDoNotHoldArePassedOver() {
    var conditions =
        Map.of(
            "z1", asks("false"),
            "z2", asks("${execution.state}"),
            "z3", asks("${nothing}"),
            "z4", asks("1"));
    var rules =
        new FlowRules(
            List.of(), List.of(task("z1"), task("z2"), task("z3"), task("z4")), conditions);
    Run run = Run.of(withRules(flow(task("a")), rules), Script.allSucceed());

    assertThat(run.outline()).containsExactly("a SUCCESS", "z2 SUCCESS", "z4 SUCCESS");
    assertThat(run.logs()).contains("ERROR The conditions of 'z3': nothing is undefined");
    assertThat(run.state.isOver()).isTrue();
  }

  @Test
  void aListenerStartsOnceAlthoughOneBeforeItWasPassedOver() {
    var rules =
        new FlowRules(
            List.of(), List.of(task("z1"), task("z2"), task("z3")), Map.of("z2", asks("false")));
    Run run = Run.begin(withRules(flow(task("a")), rules), Script.allSucceed().never("z3"));
    run.toEnd().crash();
    assertThat(run.outline()).containsExactly("a SUCCESS", "z1 SUCCESS", "z3 RUNNING");
    run.complete("z3", AttemptResult.success(Map.of()));

    assertThat(run.state.isOver()).isTrue();
  }

  @Test
  void aRetryOfTheFlowIsNoMatterOfWhatFollowsTheEnd() {
    Plan plan = andAfter(flow(task("a")), task("z", retry(again(3))));
    Run run = Run.of(plan, Script.allSucceed().fail("z"));

    assertThat(run.outline()).containsExactly("a SUCCESS", "z FAILED");
    assertThat(run.timers).isEmpty();
  }

  @Test
  void anExitAfterTheEndEndsNothing() {
    for (ExecutionStatus status : Transitions.OPERATOR_ENDS) {
      Plan plan = andAfter(flow(task("a")), exit("x", status.name()));
      Run run = Run.of(plan, Script.allSucceed());

      assertThat(run.status()).isEqualTo(ExecutionStatus.SUCCESS);
      assertThat(run.state.isOver()).isTrue();
    }
  }
}
