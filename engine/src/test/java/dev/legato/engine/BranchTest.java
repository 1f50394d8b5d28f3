package dev.legato.engine;

import static dev.legato.engine.Flows.flow;
import static dev.legato.engine.Flows.ifElse;
import static dev.legato.engine.Flows.ifThen;
import static dev.legato.engine.Flows.onError;
import static dev.legato.engine.Flows.runIf;
import static dev.legato.engine.Flows.sequence;
import static dev.legato.engine.Flows.switchOn;
import static dev.legato.engine.Flows.task;
import static dev.legato.engine.Flows.with;
import static org.assertj.core.api.Assertions.assertThat;

import dev.legato.model.execution.ExecutionStatus;
import dev.legato.model.plan.Step;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BranchTest {
  private static final Map<String, List<Step>> CASES =
      Map.of("test", List.of(task("t1"), task("t2")), "empty", List.of());

  @ParameterizedTest
  @ValueSource(strings = {"", "false", "0", "-0"})
  void falsyTextsTakeTheElseBranch(String condition) {
    Run run = Run.of(flow(ifElse("if", condition, task("a"), task("b"))), Script.allSucceed());

    assertThat(run.outline()).containsExactly("if SUCCESS", "b SUCCESS");
    assertThat(run.row("if").outputs()).isEqualTo(Map.of("evaluationResult", false));
  }

  @ParameterizedTest
  @ValueSource(strings = {" ", "true", "no", "False", "[]", "0.0", "00", "null", "${inputs.who}"})
  void everythingElseTakesTheThenBranch(String condition) {
    Run run = Run.of(flow(ifElse("if", condition, task("a"), task("b"))), Script.allSucceed());

    assertThat(run.outline()).containsExactly("if SUCCESS", "a SUCCESS");
    assertThat(run.row("if").outputs()).isEqualTo(Map.of("evaluationResult", true));
  }

  @Test
  void anAbsentConditionIsFalse() {
    Run run = Run.of(flow(ifElse("if", null, task("a"), task("b"))), Script.allSucceed());

    assertThat(run.outline()).containsExactly("if SUCCESS", "b SUCCESS");
  }

  @Test
  void falseWithoutElseSucceeds() {
    Run run = Run.of(flow(ifThen("if", "false", task("a")), task("b")), Script.allSucceed());

    assertThat(run.outline()).containsExactly("if SUCCESS", "b SUCCESS");
  }

  @Test
  void aConditionWithoutValueFailsTheIf() {
    Run run = Run.of(flow(ifThen("if", "${inputs.nobody}", task("a"))), Script.allSucceed());

    assertThat(run.outline()).containsExactly("if FAILED");
    assertThat(run.logs()).contains("ERROR inputs.nobody is undefined");
    assertThat(run.status()).isEqualTo(ExecutionStatus.FAILED);
  }

  @Test
  void aFailureInABranchRunsTheErrorsOfTheIf() {
    var plan = flow(onError(ifThen("if", "true", task("a"), task("b")), task("e")));
    Run run = Run.of(plan, Script.allSucceed().fail("a"));

    assertThat(run.outline()).containsExactly("if FAILED", "a FAILED", "e SUCCESS");
  }

  @ParameterizedTest
  @CsvSource({
    "${vars.env}, switch SUCCESS|t1 SUCCESS|t2 SUCCESS, false",
    "empty,       switch SUCCESS,                       false",
    "other,       switch SUCCESS|d SUCCESS,             true",
    "Test,        switch SUCCESS|d SUCCESS,             true",
    "defaults,    switch SUCCESS|d SUCCESS,             true"
  })
  void theCaseThatEqualsTheValueRuns(String value, String outline, boolean byDefault) {
    var plan = flow(switchOn("switch", value, CASES, List.of(task("d"))));
    Run run = Run.of(plan, Script.allSucceed());

    assertThat(run.outline()).containsExactly(outline.split("\\|"));
    assertThat(run.row("switch").outputs()).containsEntry("defaults", byDefault);
    assertThat(run.row("switch").outputs().keySet()).containsExactly("value", "defaults");
  }

  @Test
  void noCaseAndNoDefaultsFailsTheSwitch() {
    Run run = Run.of(flow(switchOn("switch", "x", CASES, null)), Script.allSucceed());

    assertThat(run.outline()).containsExactly("switch FAILED");
    assertThat(run.logs())
        .contains("WARN No case of 'switch' matches the value 'x', and there are no defaults.");
  }

  @Test
  void aValueWithoutValueFailsTheSwitch() {
    var plan = flow(switchOn("switch", "${no}", CASES, List.of(task("d"))));
    Run run = Run.of(plan, Script.allSucceed());

    assertThat(run.outline()).containsExactly("switch FAILED");
    assertThat(run.logs()).contains("ERROR no is undefined");
  }

  @Test
  void aChosenBranchStaysChosen() {
    var plan = flow(ifElse("if", "true", sequence("s", task("a"), task("b")), task("c")));
    Run run = Run.begin(plan, Script.allSucceed());
    run.restore();
    assertThat(run.toEnd().outline())
        .containsExactly("if SUCCESS", "s SUCCESS", "a SUCCESS", "b SUCCESS");
  }

  @Test
  void runIfSkipsTasksAndWholeGroups() {
    var plan =
        flow(
            task("a", runIf("false")),
            with(sequence("s", task("b")), runIf("${inputs.who}")),
            with(sequence("t", task("c")), runIf("")),
            task("d"));
    Run run = Run.of(plan, Script.allSucceed());

    assertThat(run.outline())
        .containsExactly("a SKIPPED", "s SUCCESS", "b SUCCESS", "t SKIPPED", "d SUCCESS");
    assertThat(run.row("a").attempts()).isEmpty();
    assertThat(run.status()).isEqualTo(ExecutionStatus.SUCCESS);
  }

  @Test
  void runIfWithoutValueFailsTheTask() {
    Run run = Run.of(flow(task("a", runIf("${no}")), task("b")), Script.allSucceed());

    assertThat(run.outline()).containsExactly("a FAILED");
    assertThat(run.logs()).contains("ERROR runIf: no is undefined");
  }

  @Test
  void aGroupWhoseChildrenAreAllSkippedSucceeds() {
    var plan = flow(sequence("s", task("a", runIf("0")), task("b", runIf("0"))));
    Run run = Run.of(plan, Script.allSucceed());

    assertThat(run.outline()).containsExactly("s SUCCESS", "a SKIPPED", "b SKIPPED");
  }
}
