package dev.legato.language.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.legato.language.complaint.Complaint;
import dev.legato.language.complaint.ComplaintCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ReferenceCheckTest {
  private static final String FLOW =
      """
      id: demo
      namespace: company.team
      inputs: [{id: name, type: STRING}, {id: db.host, type: STRING}]
      variables: {region: eu}
      tasks:
        - {id: first, type: core.log.Log, message: "M1"}
        - id: choice
          type: core.flow.If
          condition: "M2"
          then: [{id: yes, type: core.log.Log, message: "M3"}]
          else: [{id: no, type: core.log.Log, message: "M4"}]
        - id: loop
          type: core.flow.ForEach
          values: [1]
          tasks:
            - {id: l1, type: core.log.Log, message: "M5"}
            - {id: l2, type: core.log.Log, message: x}
        - id: both
          type: core.flow.Parallel
          tasks:
            - {id: p1, type: core.log.Log, message: "M6"}
            - {id: p2, type: core.log.Log, message: x}
        - {id: off, type: core.log.Log, message: x, disabled: true}
        - id: call
          type: core.flow.Subflow
          namespace: a
          flowId: b
          inputs: {i: "M7"}
          outputs: {o: "{{ outputs.inChild.value }}"}
        - {id: last, type: core.log.Log, message: x}
      errors: [{id: wrong, type: core.log.Log, message: "M8"}]
      finally: [{id: end, type: core.log.Log, message: "M9"}]
      """;

  private static ParseResult with(String place, String template) {
    String flow = FLOW.replace(place + "\"", "{{ " + template + " }}\"");
    return Flows.parse(flow.replaceAll("\"M[0-9]\"", "x"));
  }

  @ParameterizedTest(name = "{0} reads {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          M1 | outputs.frist.value   | The flow has no task 'frist'. | 'first'
          M1 | tasks.nobody.state    | The flow has no task 'nobody'. | Check
          M1 | inputs.nam            | The flow has no input 'nam'. | 'name'
          M1 | vars.regoin           | The flow has no variable 'regoin'. | 'region'
          M7 | vars['x']             | The flow has no variable 'x'. | Check
          M1 | outputs.last.value    | it comes later | Move
          M1 | outputs.choice.value  | it comes later | Move
          M1 | outputs.yes.value     | it comes later | Move
          M2 | outputs.yes.value     | it is inside and starts later | Move
          M3 | outputs.no.value      | it is in another branch | Move
          M4 | outputs['yes'].value  | it is in another branch | Move
          M5 | outputs.p1.value      | it comes later | Move
          M7 | outputs.last.value    | it comes later | Move
          M1 | outputs.wrong.value   | it comes later | Move
          M8 | outputs.end.value     | it comes later | Move
          M1 | inputs.nam ?? 'x'     | The flow has no input 'nam'. | 'name'
          M1 | inputs.other ~ 'x'    | The flow has no input 'other'. | Check
          """)
  void readingWhatCannotBeThereIsWarnedOf(
      String place, String template, String message, String hint) {
    ParseResult result = with(place, template);

    Flows.valid(result);
    assertThat(result.warnings()).hasSize(1);
    Complaint warning = result.warnings().getFirst();
    assertThat(warning.code()).isEqualTo(ComplaintCode.UNKNOWN_REFERENCE);
    assertThat(warning.message()).contains(message);
    assertThat(warning.hint()).contains(hint);
  }

  @ParameterizedTest(name = "{0} reads {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          M1 | inputs.name ~ inputs.db.host
          M3 | outputs.choice.evaluationResult
          M3 | outputs.first.value
          M4 | outputs.first.value
          M5 | outputs.l2[taskrun.value].value
          M5 | outputs.loop
          M6 | outputs.p2.value
          M6 | outputs.yes.value
          M6 | outputs.off.value
          M8 | outputs.last.value
          M9 | outputs.wrong.value
          M9 | tasks.first.state
          M1 | tasks.last.state
          M1 | outputs[vars.region].value
          M7 | vars.region
          M1 | namespace.region
          M1 | vars[inputs.name]
          M1 | inputs.other ?? 'x'
          M1 | inputs.other ??? 'z'
          M1 | vars.other is defined ? vars.other : 'x'
          M1 | outputs.last ?? outputs.nobody ?? inputs.name
          M4 | outputs.yes.value ?? 'x'
          """)
  void whatMayBeThereIsNot(String place, String template) {
    assertThat(with(place, template).warnings()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"outputs.child.value", "outputs.loop.iterationCount"})
  void theEndOfARoundReadsItsTasks(String reference) {
    ParseResult result =
        Flows.parseTasks(
            """
            - id: loop
              type: core.flow.LoopUntil
              condition: "{{ %s }}"
              tasks: [{id: child, type: core.log.Log, message: x}]
            """
                .formatted(reference));

    assertThat(result.complaints()).isEmpty();
  }

  @Test
  void triggersReadSomethingElse() {
    assertThat(
            Flows.parseWith(
                    """
                    triggers:
                      - id: t
                        type: core.trigger.Flow
                        when: "{{ outputs.other.value }}"
                    """)
                .complaints())
        .isEmpty();
  }

  @Test
  void aVariableThatATaskSetsIsKnown() {
    assertThat(
            Flows.parseTasks(
                    """
                    - id: set
                      type: core.execution.SetVariables
                      variables: {later: 1}
                    - {id: read, type: core.log.Log, message: "{{ vars.later }}"}
                    """)
                .complaints())
        .isEmpty();
  }

  @Test
  void aTaskThatSetsVariablesWithRenderedNamesMaySetAny() {
    assertThat(
            Flows.parseTasks(
                    """
                    - id: set
                      type: core.execution.SetVariables
                      variables: {"{{ flow.id }}": 1}
                    - {id: read, type: core.log.Log, message: "{{ vars.later }}"}
                    """)
                .complaints())
        .isEmpty();
  }

  @Test
  void variablesThatTheCalledFlowReadsAreItsOwn() {
    assertThat(
            Flows.parseTasks(
                    """
                    - id: call
                      type: core.flow.Subflow
                      namespace: a
                      flowId: b
                      outputs: {o: "{{ vars.ofTheChild }}"}
                    """)
                .warnings())
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "triggers: [{id: t, type: core.trigger.Schedule, cron: '@daily', inputs: {i: '{{ vars.x }}'}}]",
        "outputs: [{id: o, type: STRING, value: '{{ vars.x }}'}]",
        "pluginDefaults: [{type: core.log.Log, forced: true, values: {message: '{{ vars.x }}'}}]"
      })
  void variablesAreLookedForEverywhere(String block) {
    assertThat(Flows.parseWith(block + "\n").warnings())
        .singleElement()
        .satisfies(
            warning -> {
              assertThat(warning.message()).isEqualTo("The flow has no variable 'x'.");
              assertThat(warning.line()).isPositive();
            });
  }
}
