package dev.legato.engine;

import static dev.legato.engine.Flows.eachParallel;
import static dev.legato.engine.Flows.everyTenSeconds;
import static dev.legato.engine.Flows.flow;
import static dev.legato.engine.Flows.forEach;
import static dev.legato.engine.Flows.ifElse;
import static dev.legato.engine.Flows.ifThen;
import static dev.legato.engine.Flows.onError;
import static dev.legato.engine.Flows.parallel;
import static dev.legato.engine.Flows.retry;
import static dev.legato.engine.Flows.runIf;
import static dev.legato.engine.Flows.sequence;
import static dev.legato.engine.Flows.switchOn;
import static dev.legato.engine.Flows.task;
import static org.assertj.core.api.Assertions.assertThat;

import dev.legato.model.execution.AttemptResult;
import dev.legato.model.execution.Job;
import dev.legato.model.execution.TaskRunStatus;
import dev.legato.model.plan.Plan;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How expressions address outputs. */
class OutputsTest {
  /** Every task says who it is. */
  private static Map<String, @Nullable Object> self(Job job) {
    return Map.of("x", job.step().id() + (Script.valueOf(job) == null ? "" : Script.valueOf(job)));
  }

  private static Run run(Plan plan) {
    Script script = Script.allSucceed();
    plan.positions().keySet().forEach(id -> script.output(id, OutputsTest::self));
    return Run.of(plan, script);
  }

  private static String render(Run run, String path) {
    try {
      return new FakeEvaluator().text("${" + path + "}", Scope.ofFlow(run.state));
    } catch (EvaluationFailure failure) {
      return "undefined";
    }
  }

  private static Object outputs(Run run) {
    return new FakeEvaluator().print(Scope.ofFlow(run.state).get("outputs"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          outputs.a.x                          | a
          outputs['b-1'].x                     | b-1
          outputs.c['1'].x                     | c1
          outputs.c['2'].x                     | c2
          outputs.c['3'].x                     | undefined
          outputs.c.x                          | undefined
          outputs.d['1'].x                     | d
          outputs.e['1']['k'].x                | ek
          outputs.e['2']['l'].x                | el
          outputs.e['1'].x                     | undefined
          outputs.f['2']['k'].x                | f
          outputs.if['2'].evaluationResult     | true
          outputs.nobody.x                     | undefined
          outputs.a.y                          | undefined
          outputs.inner['1']                   | {}
          tasks.a.state                        | SUCCESS
          tasks.c['1'].state                   | SUCCESS
          tasks.e['1']['k'].state              | SUCCESS
          tasks.outer.state                    | SUCCESS
          """)
  void everyLevelOfLoopsIsAKey(String path, String value) {
    Plan plan =
        flow(
            sequence("s", task("a"), task("b-1")),
            forEach(
                "outer",
                "[1,2]",
                0,
                task("c"),
                ifThen("if", "true", task("d")),
                forEach("inner", "[\"k\",\"l\"]", 1, task("e"), parallel("p", 0, task("f")))));

    assertThat(render(run(plan), path)).isEqualTo(value);
    Run restored = run(plan);
    restored.restore();
    assertThat(render(restored, path)).isEqualTo(value);
  }

  @Test
  void valuesOfALoopComeInTheirOrderWhateverEndsFirst() {
    Plan plan = flow(forEach("l", "[3,1,2]", 0, task("a")));
    Run run = Run.begin(plan, Script.allSucceed().never("a"));
    run.complete("a[2]", AttemptResult.success(Map.of("x", 2)));
    assertThat(outputs(run)).isEqualTo("{\"l\":{},\"a\":{\"2\":{\"x\":2}}}");
    run.complete("a[3]", AttemptResult.success(Map.of("x", 3)));
    run.complete("a[1]", AttemptResult.success(Map.of("x", 1)));

    assertThat(outputs(run))
        .isEqualTo("{\"l\":{},\"a\":{\"3\":{\"x\":3},\"1\":{\"x\":1},\"2\":{\"x\":2}}}");
  }

  @Test
  void stepsComeInTheOrderOfTheDocument() {
    Run run = run(flow(parallel("p", 0, task("a"), task("b")), task("c")));

    assertThat(outputs(run))
        .isEqualTo("{\"p\":{},\"a\":{\"x\":\"a\"},\"b\":{\"x\":\"b\"},\"c\":{\"x\":\"c\"}}");
  }

  @Test
  void whatHasNotEndedIsUndefined() {
    var plan =
        flow(parallel("p", 0, task("a"), task("b", retry(everyTenSeconds(2))), task("failed")));
    Run run = Run.begin(plan, Script.allSucceed().never("a").never("b").never("failed"));
    run.complete("b", new AttemptResult(TaskRunStatus.FAILED, Map.of("x", 1), "no"));
    run.complete("failed", new AttemptResult(TaskRunStatus.FAILED, Map.of("x", 1), "no"));

    assertThat(render(run, "outputs.a")).isEqualTo("undefined");
    assertThat(render(run, "outputs.b")).as("waits for a retry").isEqualTo("undefined");
    assertThat(render(run, "outputs.failed.x")).isEqualTo("1");
    assertThat(render(run, "tasks.a.state")).isEqualTo("RUNNING");
    assertThat(render(run, "tasks.b.state")).isEqualTo("RETRYING");
  }

  @Test
  void aBranchThatWasNotTakenIsUndefined() {
    Run run =
        run(
            flow(
                ifElse("if", "false", task("a"), task("b")),
                forEach("l", "[1,2]", 0, ifElse("in", "false", task("c"), task("d"))),
                forEach("none", "[]", 0, task("e"))));

    assertThat(render(run, "outputs.a")).isEqualTo("undefined");
    assertThat(render(run, "outputs.b.x")).isEqualTo("b");
    assertThat(render(run, "outputs.c")).isEqualTo("undefined");
    assertThat(render(run, "outputs.d['1'].x")).isEqualTo("d");
    assertThat(render(run, "outputs.e")).isEqualTo("undefined");
  }

  @Test
  void aSwitchTellsItsChoiceWhileItRuns() {
    var plan =
        flow(
            switchOn(
                "sw",
                "x",
                Map.of("x", List.of(task("a", runIf("${outputs.sw.value}")))),
                List.of(task("b"))));
    Run run = run(plan);

    assertThat(run.outline()).containsExactly("sw SUCCESS", "a SUCCESS");
    assertThat(render(run, "outputs.sw.defaults")).isEqualTo("false");
  }

  @Test
  void errorTasksOfALoopHaveNoLevelOfTheirOwn() {
    var plan = flow(onError(forEach("l", "[1]", 1, task("a")), task("e")));
    Run run = Run.of(plan, Script.allSucceed().fail("a").output("e", Map.of("x", "here")));

    assertThat(render(run, "outputs.e.x")).isEqualTo("here");
    assertThat(render(run, "tasks.a['1'].state")).isEqualTo("FAILED");
  }

  @Test
  void siblingsOfTheSameRoundAreFoundByTheLoopValue() {
    var plan =
        flow(
            forEach(
                "l",
                "[\"u\",\"v\"]",
                0,
                task("a"),
                task("b", runIf("${outputs.a[taskrun.value].x}")),
                ifThen(
                    "if",
                    "${outputs.a[taskrun.value].x}",
                    task("c", runIf("${outputs.a[parent.taskrun.value].x}"))),
                forEach(
                    "m", "[1,2]", 0, task("d", runIf("${outputs.a[parent.taskrun.value].x}")))));
    Run run = run(plan);

    assertThat(run.outline())
        .contains("b[u] SUCCESS", "b[v] SUCCESS", "c[u] SUCCESS", "c[v] SUCCESS");
    assertThat(run.outline()).contains("d[u][1] SUCCESS", "d[v][2] SUCCESS");
  }

  @Test
  void aLoopOfObjectsIsAddressedByTheirJson() {
    Run run = run(flow(eachParallel("l", "[{\"k\":1},{\"k\":2}]", 0, task("a"))));

    Object second =
        StepView.outputs(run.state, RoundPath.NOWHERE, Map.of()).get("a") instanceof Map<?, ?> a
            ? a.get("{\"k\":2}")
            : null;

    assertThat(second).isEqualTo(Map.of("x", "a{\"k\":2}"));
  }

  @Test
  void viewsAreMapsLikeAnyOther() {
    Run run = run(flow(forEach("l", "[1,2]", 0, task("a"))));
    var outputs = StepView.outputs(run.state, RoundPath.NOWHERE, Map.of());

    assertThat(outputs).containsOnlyKeys("l", "a");
    assertThat(outputs.get("a")).isEqualTo(Map.of("1", Map.of("x", "a1"), "2", Map.of("x", "a2")));
    assertThat((Map<?, ?>) outputs.get("a")).hasSize(2);
    assertThat(outputs.containsKey("a")).isTrue();
    assertThat(outputs.containsKey("b")).isFalse();
  }
}
