package dev.legato.language.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.legato.language.complaint.Complaint;
import dev.legato.language.complaint.ComplaintCode;
import dev.legato.model.plan.Plan;
import dev.legato.model.plan.Step;
import dev.legato.model.plan.Step.Branch;
import dev.legato.model.plan.Step.IfStep;
import dev.legato.model.plan.Step.LoopOrder;
import dev.legato.model.plan.Step.LoopStep;
import dev.legato.model.plan.Step.ParallelStep;
import dev.legato.model.plan.Step.SequenceStep;
import dev.legato.model.plan.Step.SwitchStep;
import dev.legato.model.plan.StepPosition.Section;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ControlReaderTest {
  private static final String CHILD = "{id: child, type: core.log.Log, message: x}";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "io.kestra.plugin.core.flow.Sequential",
        "io.kestra.core.tasks.flows.Sequential",
        "core.flow.Sequential"
      })
  void allSpellingsOfATypeWork(String type) {
    assertThat(group("type: " + type + "\n  tasks: [" + CHILD + "]"))
        .isInstanceOf(SequenceStep.class)
        .extracting(step -> step.header().type())
        .isEqualTo(type);
  }

  @Test
  void parallelHasAnOptionalLimit() {
    assertThat(group("type: core.flow.Parallel\n  tasks: [" + CHILD + "]"))
        .isInstanceOfSatisfying(ParallelStep.class, s -> assertThat(s.concurrent()).isZero());
    assertThat(group("type: core.flow.Parallel\n  concurrent: 3\n  tasks: [" + CHILD + "]"))
        .isInstanceOfSatisfying(ParallelStep.class, s -> assertThat(s.concurrent()).isEqualTo(3));
  }

  @Test
  void allowFailureIsASequenceThatForgives() {
    SequenceStep step =
        (SequenceStep) group("type: core.flow.AllowFailure\n  tasks: [" + CHILD + "]");

    assertThat(step.header().allowFailure()).isTrue();
  }

  @Test
  void ifHasTwoBranches() {
    IfStep step =
        (IfStep)
            group("type: core.flow.If\n  condition: '{{ inputs.a }}'\n  then: [" + CHILD + "]");

    assertThat(step.condition()).isEqualTo("{{ inputs.a }}");
    assertThat(step.branches()).extracting(Branch::name).containsExactly("then", "else");
    assertThat(step.branches()).extracting(b -> b.steps().size()).containsExactly(1, 0);
  }

  @Test
  void switchKeepsCaseKeysAsWritten() {
    SwitchStep step =
        (SwitchStep)
            group(
                """
                type: core.flow.Switch
                  value: "{{ inputs.a }}"
                  cases:
                    true: [{id: a, type: core.log.Log, message: x}]
                    1.10: [{id: b, type: core.log.Log, message: x}]
                    defaults: [{id: c, type: core.log.Log, message: x}]
                  defaults: [{id: d, type: core.log.Log, message: x}]
                """);

    assertThat(step.branches())
        .extracting(Branch::name)
        .containsExactly("true", "1.10", "defaults", "defaults");
    assertThat(step.defaultBranch()).isEqualTo(3);
    assertThat(step.branchFor("1.10")).isEqualTo(1);
    assertThat(step.branchFor("defaults")).isEqualTo(2);
    assertThat(step.branchFor("other")).isEqualTo(3);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          'type: core.flow.EachSequential, value: "[1]"'                     | CHILDREN_IN_ORDER | 1
          'type: core.flow.EachParallel, value: "[1]"'                       | ALL_AT_ONCE       | 0
          'type: core.flow.EachParallel, value: "[1]", concurrent: 4'        | ALL_AT_ONCE       | 4
          'type: core.flow.ForEach, values: "[1]"'                           | CHILDREN_IN_ORDER | 1
          'type: core.flow.ForEach, values: "[1]", concurrencyLimit: 0'      | CHILDREN_IN_ORDER | 0
          'type: core.flow.ForEach, values: "[1]", concurrencyLimit: 7'      | CHILDREN_IN_ORDER | 7
          """)
  void loopsDifferInOrderAndLimit(String properties, LoopOrder order, int limit) {
    LoopStep step =
        (LoopStep)
            Flows.step(
                Flows.compile(
                    Flows.parseTasks("- {id: group, " + properties + ", tasks: [" + CHILD + "]}")),
                "group");

    assertThat(step.order()).isEqualTo(order);
    assertThat(step.limit()).isEqualTo(limit);
    assertThat(step.values()).isEqualTo("[1]");
  }

  @Test
  void loopValuesMayBeAList() {
    LoopStep step =
        (LoopStep)
            group("type: core.flow.ForEach\n  values: [a, 1, '{{ x }}', {b: c}]\n  tasks: []");

    assertThat(step.values()).isEqualTo(List.of("a", 1, "{{ x }}", Map.of("b", "c")));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          type: core.flow.Parallel                                  | MISSING_PROPERTY | tasks
          'type: core.flow.Parallel, tasks: []'                     | MISSING_PROPERTY | tasks
          'type: core.flow.Parallel, tasks: [x]'                    | WRONG_TYPE       | tasks[0]
          'type: core.flow.Parallel, concurrent: -1, tasks: [{id: c, type: core.log.Log, message: x}]' | WRONG_TYPE | concurrent
          'type: core.flow.If, condition: x'                        | MISSING_PROPERTY | then
          'type: core.flow.If, then: []'                            | MISSING_PROPERTY | then
          'type: core.flow.Switch, value: x'                        | MISSING_PROPERTY | cases
          'type: core.flow.Switch, defaults: []'                    | MISSING_PROPERTY | value
          'type: core.flow.Switch, value: x, cases: []'             | WRONG_TYPE       | cases
          type: core.flow.ForEach                                   | MISSING_PROPERTY | values
          'type: core.flow.ForEach, values: 5'                      | WRONG_TYPE       | values
          'type: core.flow.ForEach, values: {a: b}'                 | WRONG_TYPE       | values
          'type: core.flow.ForEach, values: [true]'                 | WRONG_TYPE       | values
          'type: core.flow.ForEach, values: [null]'                 | WRONG_TYPE       | values
          'type: core.flow.ForEach, values: [[1]]'                  | WRONG_TYPE       | values
          'type: core.flow.ForEach, value: "[1]"'                   | UNKNOWN_PROPERTY | value
          'type: core.flow.Sequential, finally: [x]'                | NOT_SUPPORTED    | finally
          'type: core.flow.Sequential, taks: []'                    | UNKNOWN_PROPERTY | taks
          """)
  void mistakesInGroupsAreNamed(String properties, ComplaintCode code, String path) {
    ParseResult result = Flows.parseTasks("- {id: group, " + properties + "}");

    assertThat(result.errors())
        .anySatisfy(
            complaint -> {
              assertThat(complaint.code()).isEqualTo(code);
              assertThat(complaint.path()).isEqualTo("tasks[0]." + path);
            });
  }

  @Test
  void mistakesInChildrenHaveTheirWholePath() {
    Complaint complaint =
        Flows.onlyError(
            Flows.parseTasks(
                """
                - id: s
                  type: core.flow.Switch
                  value: x
                  cases:
                    a:
                      - {id: c, type: core.log.Log}
                """));

    assertThat(complaint.path()).isEqualTo("tasks[0].cases.a[0].message");
    assertThat(complaint.line()).isEqualTo(9);
  }

  @Test
  void errorTasksAreASectionOfTheirOwn() {
    Plan plan =
        Flows.compile(
            Flows.parse(
                """
                id: a
                namespace: b
                tasks:
                  - id: group
                    type: core.flow.Sequential
                    tasks: [{id: t, type: core.log.Log, message: x}]
                    errors: [{id: e1, type: core.log.Log, message: x}]
                errors:
                  - {id: e2, type: core.log.Log, message: x}
                """));

    assertThat(plan.position("e1").orElseThrow().section()).isEqualTo(Section.ERRORS);
    assertThat(plan.position("e2").orElseThrow().section()).isEqualTo(Section.ERRORS);
    assertThat(plan.position("e2").orElseThrow().parent()).isNull();
    assertThat(plan.position("t").orElseThrow().parent().id()).isEqualTo("group");
  }

  @Test
  void disabledTasksAreNotInThePlanButAreChecked() {
    String tasks =
        """
        - {id: on, type: core.log.Log, message: x}
        - id: off
          type: core.flow.Sequential
          disabled: true
          tasks: [{id: inner, type: core.log.Log, message: x}]
        """;

    assertThat(Flows.compile(Flows.parseTasks(tasks)).positions()).containsOnlyKeys("on");
    assertThat(Flows.parseTasks(tasks.replace("message", "mesage")).errors()).hasSize(4);
  }

  private static Step group(String properties) {
    return Flows.step(Flows.compile(Flows.parseTasks("- id: group\n  " + properties)), "group");
  }
}
