package dev.legato.language.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.legato.model.flow.Check;
import dev.legato.model.flow.Concurrency;
import dev.legato.model.flow.Condition;
import dev.legato.model.flow.Condition.ExecutionState;
import dev.legato.model.flow.Flow;
import dev.legato.model.flow.Label;
import dev.legato.model.plan.Agreement;
import dev.legato.model.plan.Plan;
import dev.legato.model.plan.Step;
import dev.legato.model.plan.StepPosition.Section;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RulesReaderTest {
  @Test
  void limitsChecksAndDraftsBelongToTheFlow() {
    Flow flow =
        Flows.valid(
            Flows.parseWith(
                """
                concurrency: {limit: 2, behavior: cancel}
                checks:
                  - {condition: "{{ inputs.a }}", message: No.}
                  - {when: "{{ inputs.b }}", message: Hm., style: warning, behavior: fail_execution}
                draft: true
                """));

    assertThat(flow.concurrency()).isEqualTo(new Concurrency(2, Concurrency.Behavior.CANCEL));
    assertThat(flow.checks())
        .containsExactly(
            new Check("{{ inputs.a }}", "No.", Check.Style.INFO, Check.Behavior.BLOCK_EXECUTION),
            new Check("{{ inputs.b }}", "Hm.", Check.Style.WARNING, Check.Behavior.FAIL_EXECUTION));
    assertThat(flow.draft()).isTrue();
  }

  @Test
  void agreementsBelongToThePlan() {
    Plan plan =
        Flows.compile(
            Flows.parseWith(
                """
                sla:
                  - {id: a, type: MAX_DURATION, behavior: FAIL, duration: PT1H, labels: {late: yes}}
                  - {id: b, type: EXECUTION_ASSERTION, behavior: NONE, assert: "{{ x }}"}
                """));

    assertThat(plan.rules().agreements())
        .containsExactly(
            new Agreement.MaxDuration(
                "a",
                Agreement.Behavior.FAIL,
                List.of(new Label("late", "yes")),
                Duration.ofHours(1)),
            new Agreement.Assertion("b", Agreement.Behavior.NONE, List.of(), "{{ x }}"));
  }

  @Test
  void tasksAfterTheExecutionEndWithThoseOfListeners() {
    Plan plan =
        Flows.compile(
            Flows.parseWith(
                """
                listeners:
                  - conditions:
                      - {type: io.kestra.core.models.conditions.types.ExecutionStatusCondition, in: [FAILED]}
                    tasks: [{id: one, type: core.log.Log, message: x}]
                  - tasks: [{id: two, type: core.log.Log, message: x}]
                afterExecution: [{id: zero, type: core.log.Log, message: x}]
                """));

    assertThat(plan.rules().after()).extracting(Step::id).containsExactly("zero", "one", "two");
    assertThat(plan.position("one").orElseThrow().section()).isEqualTo(Section.AFTER);
    assertThat(plan.rules().listeners())
        .containsOnlyKeys("one")
        .containsEntry("one", List.of(new ExecutionState(List.of("FAILED"), List.of())));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiterString = "=>",
      textBlock =
          """
          {type: core.condition.ExecutionStatus, notIn: [SUCCESS]} => ExecutionState[in=null, notIn=[SUCCESS]]
          {type: core.condition.FlowCondition, namespace: company.team, flowId: other} => OwnFlow[flow=company.team.other]
          {type: core.condition.Expression, expression: "{{ a }} {{ b }}"} => Expression[expression={{ a }} {{ b }}]
          {type: core.condition.Weekend} => Weekend[date={{ trigger.date ?? now() }}]
          {type: core.condition.HasRetryAttempt, in: [FAILED]} => HasRetryAttempt[in=[FAILED], notIn=[]]
          {type: core.condition.Not, conditions: [{type: core.condition.Weekend, date: x}]} => Not[conditions=[Weekend[date=x]]]
          """)
  void listenersHaveConditions(String condition, String expected) {
    ParseResult result =
        Flows.parseWith(
            "listeners: [{conditions: [%s], tasks: [{id: l, type: core.log.Log, message: x}]}]"
                .formatted(condition));

    List<Condition> conditions =
        Flows.compile(result).rules().listeners().getOrDefault("l", List.of());
    assertThat(conditions).singleElement().hasToString(expected);
  }

  @Test
  void theDocumentOfAListenerKeepsTextsAsWritten() {
    Flow flow =
        Flows.valid(
            Flows.parseWith(
                "listeners: [{description: 1.10, tasks: [{id: l, type: core.log.Log, message:"
                    + " x}]}]"));

    assertThat(flow.document().get("listeners")).asString().contains("description=1.10");
  }
}
