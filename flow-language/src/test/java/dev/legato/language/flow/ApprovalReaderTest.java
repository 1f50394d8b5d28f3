package dev.legato.language.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.legato.model.flow.InputDefinition;
import dev.legato.model.plan.Approval.Ending;
import dev.legato.model.plan.Plan;
import dev.legato.model.plan.Step;
import dev.legato.model.plan.Step.ExitStep;
import dev.legato.model.plan.Step.PauseLimits;
import dev.legato.model.plan.Step.PauseStep;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ApprovalReaderTest {
  private static Plan plan(String properties) {
    return Flows.compile(
        Flows.parseTasks(
            "- id: ask\n  type: io.kestra.plugin.core.flow.Approval\n" + properties.indent(2)));
  }

  private static PauseStep step(Plan plan) {
    return (PauseStep) Flows.step(plan, "ask");
  }

  @Test
  void itAsksForADecisionACommentAndMore() {
    PauseStep step =
        step(
            plan(
                """
                timeout: P1D
                commentRequired: ALWAYS
                decisions: {approve: Ship it, deny: Hold it}
                inputs:
                  - id: ticket
                    type: STRING
                    dependsOn:
                      inputs: [decision]
                      condition: "{{ inputs.decision == 'APPROVED' }}"
                """));

    assertThat(step.onResume())
        .extracting(InputDefinition::id)
        .containsExactly("decision", "comment", "ticket");
    assertThat(step.onResume()).extracting(InputDefinition::required).containsOnly(true);
    assertThat(step.onResume().getFirst().description())
        .isEqualTo("Ship it (APPROVED) or Hold it (DENIED)");
    assertThat(step.limits()).isEqualTo(new PauseLimits(null, "PT24H", "RESUME"));
  }

  @ParameterizedTest(name = "{0}: {1}, {2}")
  @CsvSource(
      textBlock =
          """
          CONTINUE, SUCCESS,
          WARN    , WARNING,
          FAIL    , FAILED ,
          SUCCEED , SUCCESS, SUCCESS
          CANCEL  , SUCCESS, CANCELLED
          KILL    , SUCCESS, KILLED
          """)
  void behaviorsEndTheTaskOrTheExecution(String behavior, Ending ends, String exit) {
    Plan plan = plan("approveBehavior: " + behavior);

    assertThat(Objects.requireNonNull(step(plan).approval()).approved()).isEqualTo(ends);
    assertThat(plan.position("ask_approved").map(at -> ((ExitStep) at.step()).state()))
        .isEqualTo(Optional.ofNullable(exit));
  }

  @Test
  void denialAndExpiryCancelUnlessToldOtherwise() {
    Plan plan = plan("onDeny: [{id: no, type: core.log.Log, message: x}]");

    assertThat(((ExitStep) Flows.step(plan, "ask_denied")).state()).isEqualTo("CANCELLED");
    assertThat(((ExitStep) Flows.step(plan, "ask_expired")).state()).isEqualTo("CANCELLED");
    assertThat(plan.position("ask_approved")).isEmpty();
    assertThat(Flows.step(plan, "ask_decision"))
        .isInstanceOfSatisfying(
            Step.SwitchStep.class,
            decision ->
                assertThat(decision.branches().get(1).steps())
                    .extracting(Step::id)
                    .containsExactly("no", "ask_denied"));
  }

  @Test
  void whatItAsksItselfCannotBeAskedAgain() {
    assertThat(
            Flows.onlyError(
                    Flows.parseTasks(
                        "- {id: ask, type: core.flow.Approval, inputs: [{id: comment, type:"
                            + " STRING}]}"))
                .message())
        .contains("comment");
  }
}
