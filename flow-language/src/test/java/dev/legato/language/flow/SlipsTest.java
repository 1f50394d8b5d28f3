package dev.legato.language.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.legato.language.complaint.Complaint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What people get wrong, and what they are told. */
final class SlipsTest {
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          '{id: t, type: core.log.Log, mesage: x}' | Task 't': Task type 'core.log.Log' has no property 'mesage'. Did you mean 'message'?
          '{id: t, type: core.log.Log}' | Task 't': Property 'message' is missing. Add 'message: ...'.
          '{id: t, type: core.log.Log, message: "{{ a | uper }}"}' | Unknown filter 'uper'; did you mean 'upper'
          '{id: t, type: core.log.Log, message: "{{ secrets(1) }}"}' | Unknown function 'secrets'; did you mean 'secret'
          '{id: t, type: core.log.Log, message: x, retry: {type: linear, interval: PT1S}}' | must be one of constant, exponential, random, but is 'linear'
          '{id: t, type: core.flow.Sequential, tasks: {id: u, type: core.log.Log}}' | Property 'tasks' must be a list, but is a mapping. Put '- '
          '{id: t, type: core.flow.Parallel, tasks: u}' | Property 'tasks' must be a list, but is 'u'. Write '- '
          '{id: t, type: core.flow.Dag, tasks: [{id: u, type: core.log.Log, message: x, dependsOn: [v]}]}' | An entry of a Dag has its task under 'task'. Write '- task:'
          """)
  void aSlipInATaskGivesOneComplaintThatHelps(String task, String told) {
    assertThat(Flows.onlyError(Flows.parseTasks("- " + task)).sentences()).contains(told);
  }

  @Test
  void aTaskThatAComplaintNamesIsNotNamedTwice() {
    Complaint complaint =
        Flows.onlyError(
            Flows.parseTasks(
                "- {id: t, type: core.log.Log, message: x}\n"
                    + "- {id: t, type: core.log.Log, message: x}"));

    assertThat(complaint.sentences()).startsWith("The task id 't' is already used");
  }

  @Test
  void aLabelThatIsHalfListHalfMapIsExplained() {
    assertThat(Flows.onlyError(Flows.parseWith("labels:\n  - team: data\n")).sentences())
        .isEqualTo(
            "A label in a list has a 'key' and a 'value', but this one has 'team'. Remove the '- '"
                + " of all labels, or write '- {key: team, value: ...}'.");
  }
}
