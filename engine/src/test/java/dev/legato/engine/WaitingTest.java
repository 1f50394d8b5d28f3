package dev.legato.engine;

import static dev.legato.engine.Flows.EXECUTION;
import static dev.legato.engine.Flows.flow;
import static dev.legato.engine.Flows.forEach;
import static dev.legato.engine.Flows.ifThen;
import static dev.legato.engine.Flows.loopUntil;
import static dev.legato.engine.Flows.output;
import static dev.legato.engine.Flows.pause;
import static dev.legato.engine.Flows.runIf;
import static dev.legato.engine.Flows.setVariables;
import static dev.legato.engine.Flows.switchOn;
import static dev.legato.engine.Flows.task;
import static dev.legato.engine.Flows.unsetVariables;
import static dev.legato.engine.Flows.withOutputs;
import static org.assertj.core.api.Assertions.assertThat;

import dev.legato.model.command.Answer.Value;
import dev.legato.model.command.Command.ProvideAnswer;
import dev.legato.model.command.Inquiry;
import dev.legato.model.command.Question.TextOf;
import dev.legato.model.effect.Effect.Ask;
import dev.legato.model.execution.AttemptResult;
import dev.legato.model.execution.ExecutionStatus;
import dev.legato.model.execution.TaskRunStatus;
import dev.legato.model.plan.Plan;
import dev.legato.model.plan.Step.PauseLimits;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Expressions that ask somebody outside, wherever they may stand. */
class WaitingTest {
  static Stream<Plan> places() {
    return Stream.of(
        flow(task("a", runIf("${later:vars.env}"))),
        flow(ifThen("i", "${later:vars.env}", task("a"))),
        flow(switchOn("s", "${later:vars.env}", Map.of("test", List.of(task("a"))), null)),
        flow(forEach("f", "[\"${later:vars.env}\"]", 0, task("a"))),
        flow(forEach("f", List.of("${later:vars.env}"), 0, task("a"))),
        flow(loopUntil("l", "${later:vars.env}", task("a"))),
        flow(pause("p", new PauseLimits("${later:vars.pause}", null, "RESUME"), task("a"))),
        flow(pause("p", new PauseLimits("PT1S", null, "${later:vars.resume}"), task("a"))),
        flow(Flows.labels("l", Map.of("k", "${later:vars.env}")), task("a")),
        flow(setVariables("s", Map.of("k", "${later:vars.env}"), "${later:vars.env}"), task("a")),
        flow(unsetVariables("u", "${later:vars.env}", "${later:vars.env}"), task("a")),
        withOutputs(flow(task("a")), output("o", "${later:vars.env}")));
  }

  @ParameterizedTest
  @MethodSource("places")
  void whatWaitsGoesOnWithTheAnswer(Plan plan) {
    Run run = Run.of(withResume(plan), Script.allSucceed());

    assertThat(run.effects).anyMatch(effect -> effect instanceof Ask);
    assertThat(run.trace).isNotEmpty();
    assertThat(run.status()).isEqualTo(ExecutionStatus.SUCCESS);
  }

  @ParameterizedTest
  @MethodSource("places")
  void aCrashWhileItWaitsAsksAgain(Plan plan) {
    Run run = Run.begin(withResume(plan), Script.allSucceed().silent()).toEnd();
    run.restore();
    run.script = Script.allSucceed();
    run.crash();

    assertThat(run.toEnd().status()).isEqualTo(ExecutionStatus.SUCCESS);
  }

  @ParameterizedTest
  @MethodSource("places")
  void aKillWhileItWaitsEndsItAtOnce(Plan plan) {
    Run run = Run.begin(withResume(plan), Script.allSucceed().silent()).toEnd();
    Ask asked = asked(run);
    run.kill();
    assertThat(run.status()).isEqualTo(ExecutionStatus.KILLED);

    assertThat(run.send(answer(asked, "late")).refusal())
        .isEqualTo("Nobody waits for the answer any more.");
  }

  @Test
  void anAnswerCountsOnce() {
    Run run =
        Run.begin(flow(task("a", runIf("${later:x}"))), Script.allSucceed().silent().never("a"));
    Ask asked = asked(run);
    run.send(answer(asked, "yes"));
    run.send(answer(asked, "no"));
    run.send(answer(asked, "yes"));

    assertThat(run.trace).containsExactly("+a");
    run.complete("a", AttemptResult.success(Map.of()));
    assertThat(run.send(answer(asked, "yes")).isRefused()).isTrue();
  }

  @Test
  void theSecondAnswerToTheQuestionOfAnEarlierRoundIsRefused() {
    Run run =
        Run.begin(flow(loopUntil("l", "${later:x}", task("a"))), Script.allSucceed().silent());
    run.step();
    Ask first = asked(run);
    run.send(answer(first, "false"));
    run.toEnd();
    assertThat(run.row("l").outputs()).containsEntry("iterationCount", 2);

    assertThat(run.send(answer(first, "true")).refusal())
        .isEqualTo("Nobody waits for the answer any more.");
    assertThat(run.status()).isEqualTo(ExecutionStatus.RUNNING);

    Ask second = asked(run, 1);
    assertThat(second.inquiry().round()).isEqualTo(2);
    assertThat(run.send(answer(second, "true")).isRefused()).isFalse();
    assertThat(run.status()).isEqualTo(ExecutionStatus.SUCCESS);
  }

  @Test
  void anAnswerToAQuestionFromBeforeARestartIsRefused() {
    Plan plan = flow(task("a"), task("b", runIf("${later:x}")));
    Run run = Run.begin(plan, Script.allSucceed().silent()).toEnd();
    Ask first = asked(run);
    run.kill();
    run.change("b", TaskRunStatus.FAILED);
    run.restart();

    assertThat(run.send(answer(first, "true")).isRefused()).isTrue();
    assertThat(run.send(answer(asked(run, 1), "true")).isRefused()).isFalse();
  }

  @Test
  void anAnswerToAQuestionThatNobodyAskedIsRefused() {
    Run run = Run.begin(flow(task("a")), Script.allSucceed());
    var stray = new ProvideAnswer(EXECUTION, new Inquiry(0, 1, 1, new TextOf("x")), new Value("y"));

    assertThat(run.send(stray).isRefused()).isTrue();
  }

  static Stream<Arguments> failures() {
    return Stream.of(
        Arguments.of(flow(task("a", runIf("${later:no}"))), "a FAILED"),
        Arguments.of(flow(ifThen("a", "${later:no}", task("b"))), "a FAILED"),
        Arguments.of(flow(forEach("a", "${later:no}", 0, task("b"))), "a FAILED"),
        Arguments.of(flow(pause("a", new PauseLimits("${later:no}", null, "FAIL"))), "a FAILED"),
        Arguments.of(flow(Flows.labels("a", "${later:no}")), "a FAILED"));
  }

  @ParameterizedTest
  @MethodSource("failures")
  void withoutAnAnswerTheTaskFailsWithTheReason(Plan plan, String outline) {
    Run run = Run.of(plan, Script.allSucceed());

    assertThat(run.outline()).containsExactly(outline);
    assertThat(run.logs()).anyMatch(line -> line.endsWith("no is undefined"));
  }

  private static Plan withResume(Plan plan) {
    var variables = new LinkedHashMap<>(plan.variables());
    variables.put("resume", "RESUME");
    return new Plan(
        plan.flow(), plan.revision(), plan.root(), plan.outputs(), variables, plan.rules());
  }

  private static Ask asked(Run run) {
    return asked(run, 0);
  }

  private static Ask asked(Run run, int place) {
    return run.effects.stream()
        .flatMap(effect -> effect instanceof Ask it ? Stream.of(it) : Stream.empty())
        .skip(place)
        .findFirst()
        .orElseThrow();
  }

  private static ProvideAnswer answer(Ask asked, String value) {
    return new ProvideAnswer(EXECUTION, asked.inquiry(), new Value(value));
  }
}
