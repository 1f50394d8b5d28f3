package dev.legato.language.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.legato.language.complaint.Complaint;
import dev.legato.language.complaint.ComplaintCode;
import dev.legato.language.complaint.Severity;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class TriggerReaderTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "type: core.trigger.Schedule, cron: '@daily'",
        "type: io.kestra.core.models.triggers.types.Schedule, cron: '0 9 * * 1-5', timezone:"
            + " Europe/Paris",
        "type: core.trigger.Schedule, cron: '*/10 * * * * *', withSeconds: true,"
            + " recoverMissedSchedules: last",
        "type: core.trigger.Schedule, cron: '@daily', labels: {a: b}, stopAfter: [FAILED, KILLED]",
        "type: core.trigger.Schedule, cron: '@daily', scheduleConditions: [{type:"
            + " core.condition.Weekend}]",
        "type: core.trigger.ScheduleOnDates, dates: ['2026-01-31T08:00:00+01:00', '{{ x }}']",
        "type: core.trigger.Webhook, key: abcdefghijklmnopqrstuv, wait: true, returnOutputs: true",
        "type: core.trigger.Webhook, key: \"{{ secret('KEY') }}\"",
        "type: io.kestra.plugin.core.trigger.McpToolTrigger, toolName: a.b-c_D1, title: T,"
            + " toolDescription: d, mcpServer: team-1, annotations: {readOnly: true, destructive:"
            + " false, openWorld: false, idempotent: true, returnDirect: true}",
        "type: core.trigger.Flow, preconditions: {id: all, flows: [{namespace: a, flowId: b,"
            + " states: [SUCCESS]}]}",
        "type: core.trigger.Flow, preconditions: {id: a, timeWindow: {type: DAILY_TIME_DEADLINE,"
            + " deadline: '09:00:00'}}",
        "type: core.trigger.Flow, preconditions: {id: a, timeWindow: {type: DAILY_TIME_WINDOW,"
            + " startTime: '06:00', endTime: '09:00:00+02:00'}}",
        "type: core.trigger.Flow, preconditions: {id: a, where: [{id: w, filters: [{field: STATE,"
            + " type: IN, values: [SUCCESS]}, {field: EXPRESSION, type: IS_TRUE, value: '{{ a"
            + " }}'}]}]}",
        "type: core.trigger.Flow, dependsOn: [{flowId: a}], mode: AT_LEAST, minSatisfied: 1,"
            + " window: {every: P1D, offset: PT6H}",
        "type: core.trigger.Flow, conditions: [{type:"
            + " io.kestra.core.models.conditions.types.MultipleCondition, id: m, window: P1D,"
            + " windowAdvance: P0D, conditions: {a: {type: core.condition.ExecutionFlow, namespace:"
            + " a, flowId: b}}}]",
        "type: test.Watch, uri: https://example.org, interval: PT10S",
      })
  void triggersOfAllErasAreAccepted(String trigger) {
    assertThat(check(trigger)).filteredOn(c -> c.severity() != Severity.INFO).isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          type: core.trigger.Schedule                                            | MISSING_PROPERTY | cron          |
          type: core.trigger.Schedule, cron: '* * *'                             | INVALID_VALUE    | cron          | 3 fields
          type: core.trigger.Schedule, cron: '* * * * * *'                       | INVALID_VALUE    | cron          | 6 fields
          type: core.trigger.Schedule, cron: '@daily', timezone: Mars/X          | INVALID_VALUE    | timezone      | Europe/Paris
          type: core.trigger.Schedule, cron: '@daily', interval: PT1M            | INVALID_VALUE    | interval      | Remove
          type: core.trigger.Schedule, cron: '@daily', backfill: {start: '2020-01-01T00:00:00Z'}, lateMaximumDelay: PT1H | INVALID_VALUE | backfill | API
          type: core.trigger.Schedule, cron: '@daily', lateMaximumDelay: soon    | WRONG_TYPE       | lateMaximumDelay |
          type: core.trigger.Schedule, cron: '@daily', recoverMissedSchedules: SOME | WRONG_TYPE    | recoverMissedSchedules |
          type: core.trigger.Schedule, cron: '@daily', crn: x                    | UNKNOWN_PROPERTY | crn           | 'cron'
          type: core.trigger.Schedule, cron: '@daily', stopAfter: [FAILD]        | WRONG_TYPE       | stopAfter[0]  | 'FAILED'
          type: core.trigger.Schedule, cron: '@daily', workerGroup: {key: x}     | NOT_SUPPORTED    | workerGroup   | Remove
          type: core.trigger.Schedule, cron: '@daily', labels: {system.a: b}     | ENGINE_ONLY      | labels.system.a | Rename
          type: core.trigger.Schedule, cron: '@daily', when: '{{ '               | INVALID_EXPRESSION | when        |
          type: core.trigger.Schedule, cron: '@daily', inputs: {a: '{{ x y }}'}  | INVALID_EXPRESSION | inputs.a    |
          type: core.trigger.Flow, inputs: {a: '{{ x y }}'}                      | INVALID_EXPRESSION | inputs.a    |
          type: core.trigger.Webhook, key: abcdef, inputs: {a: '{{ x y }}'}      | INVALID_EXPRESSION | inputs.a    |
          type: core.trigger.McpToolTrigger, toolName: x, title: X               | MISSING_PROPERTY | toolDescription |
          type: core.trigger.McpToolTrigger, toolName: -x, title: X, toolDescription: d | INVALID_VALUE | toolName | letter or a digit
          type: core.trigger.McpToolTrigger, toolName: 'a b', title: X, toolDescription: d | INVALID_VALUE | toolName |
          type: core.trigger.McpToolTrigger, toolName: x, title: X, toolDescription: d, mcpServer: a/b | INVALID_VALUE | mcpServer |
          type: core.trigger.McpToolTrigger, toolName: x, title: X, toolDescription: ' ' | INVALID_VALUE | toolDescription | language models
          type: core.trigger.McpToolTrigger, toolName: x, title: X, toolDescription: d, annotations: {readonly: true} | UNKNOWN_PROPERTY | annotations.readonly | 'readOnly'
          type: core.trigger.McpToolTrigger, toolName: x, title: X, toolDescription: d, conditions: [{type: core.condition.MultipleCondition, id: m, conditions: {}}] | INVALID_VALUE | conditions[0].type | Flow trigger
          type: core.trigger.Schedule, cron: '@daily', conditions: [x]           | WRONG_TYPE       | conditions[0] | type
          type: core.trigger.Schedule, cron: '@daily', conditions: [{}]          | MISSING_PROPERTY | conditions[0].type |
          type: core.trigger.Schedule, cron: '@daily', conditions: [{type: core.condition.Weeknd}] | UNKNOWN_TYPE | conditions[0].type | Weekend
          type: core.trigger.Schedule, cron: '@daily', conditions: [{type: core.condition.DayWeek}] | MISSING_PROPERTY | conditions[0].dayOfWeek |
          type: core.trigger.Schedule, cron: '@daily', conditions: [{type: core.condition.DayWeek, dayOfWeek: MODAY}] | WRONG_TYPE | conditions[0].dayOfWeek | 'MONDAY'
          type: core.trigger.Schedule, cron: '@daily', conditions: [{type: core.condition.TimeBetween, after: noon}] | WRONG_TYPE | conditions[0].after | 08:00
          type: core.trigger.Schedule, cron: '@daily', conditions: [{type: core.condition.Or, conditions: [{type: core.condition.Weekend, dat: x}]}] | UNKNOWN_PROPERTY | conditions[0].conditions[0].dat | 'date'
          type: core.trigger.Schedule, cron: '@daily', conditions: [{type: core.condition.DateTimeBetween, after: tomorrow}] | WRONG_TYPE | conditions[0].after |
          type: core.trigger.ScheduleOnDates                                     | MISSING_PROPERTY | dates         |
          type: core.trigger.ScheduleOnDates, dates: []                          | MISSING_PROPERTY | dates         |
          type: core.trigger.ScheduleOnDates, dates: [tomorrow]                  | WRONG_TYPE       | dates[0]      | 2026
          type: core.trigger.Webhook                                             | MISSING_PROPERTY | key           |
          type: core.trigger.Webhook, key: a, fetchType: SOME                    | WRONG_TYPE       | fetchType     | 'STORE'
          type: core.trigger.Webhook, key: a, conditions: [{type: core.condition.Not, conditions: [{type: core.condition.MultipleCondition, id: m, conditions: {}}]}] | INVALID_VALUE | conditions[0].conditions[0].type | Flow trigger
          type: core.trigger.Flow, conditions: [{type: core.condition.MultipleCondition, id: m, conditions: {a: {type: x.Y}}}] | UNKNOWN_TYPE | conditions[0].conditions.a.type |
          type: core.trigger.Flow, preconditions: {id: -x}                       | INVALID_ID       | preconditions.id |
          type: core.trigger.Flow, preconditions: {flows: []}                    | MISSING_PROPERTY | preconditions.id |
          type: core.trigger.Flow, preconditions: {id: a, timeWindow: {type: DAILY_TIME_DEADLINE, window: P1D}} | INVALID_VALUE | preconditions.timeWindow.window | It has: deadline
          type: core.trigger.Flow, preconditions: {id: a, timeWindow: {type: DAILY_TIME_WINDOW, startTime: '06:00'}} | MISSING_PROPERTY | preconditions.timeWindow.endTime |
          type: core.trigger.Flow, preconditions: {id: a, timeWindow: {type: DAILY_TIME_DEADLINE, deadline: noon}} | WRONG_TYPE | preconditions.timeWindow.deadline | 08:00
          type: core.trigger.Flow, preconditions: {id: a, where: [{id: w, filters: []}]} | MISSING_PROPERTY | preconditions.where[0].filters |
          type: core.trigger.Flow, preconditions: {id: a, where: [{id: w, filters: [{field: STATE, type: IN, value: x}]}]} | INVALID_VALUE | preconditions.where[0].filters[0].value | 'values'
          type: core.trigger.Flow, preconditions: {id: a, where: [{id: w, filters: [{field: STATE, type: IN}]}]} | MISSING_PROPERTY | preconditions.where[0].filters[0].values |
          type: core.trigger.Flow, preconditions: {id: a, where: [{id: w, filters: [{field: STATE, type: REGEX, values: [x]}]}]} | INVALID_VALUE | preconditions.where[0].filters[0].values | 'value'
          type: core.trigger.Flow, dependsOn: [{namespace: a}]                   | MISSING_PROPERTY | dependsOn[0].flowId |
          type: core.trigger.Flow, dependsOn: [{flowId: a}], mode: AT_LEAST      | MISSING_PROPERTY | minSatisfied  |
          type: core.trigger.Flow, dependsOn: [{flowId: a}], minSatisfied: 2     | INVALID_VALUE    | minSatisfied  |
          type: core.trigger.Flow, dependsOn: [{flowId: a}], window: {deadline: '09:00', every: P1D} | INVALID_VALUE | window.every | one of
          type: core.trigger.Flow, dependsOn: [{flowId: a}], window: {from: '09:00'} | MISSING_PROPERTY | window.from |
          type: core.trigger.Flow, conditions: [{type: core.condition.Weekend}], mode: ANY | MISSING_PROPERTY | mode | dependsOn
          type: test.Watch                                                | MISSING_PROPERTY | uri           |
          type: test.Watch, uri: x, interval: PT0S                        | INVALID_VALUE    | interval      |
          """)
  void everyMistakeIsNamedWithItsPlaceAndRemedy(
      String trigger, ComplaintCode code, String path, String remedy) {
    List<Complaint> complaints = check(trigger).stream().filter(Complaint::isError).toList();

    assertThat(complaints)
        .anySatisfy(
            complaint -> {
              assertThat(complaint.code()).isEqualTo(code);
              assertThat(complaint.path()).isEqualTo(path);
              assertThat(complaint.line()).isEqualTo(1);
              if (remedy != null) {
                assertThat(complaint.message() + complaint.hint()).containsIgnoringCase(remedy);
              }
            });
  }

  @Test
  void aKeyOfAWebhookThatCanBeGuessedIsWarnedOf() {
    assertThat(check("type: core.trigger.Webhook, key: secret"))
        .singleElement()
        .satisfies(
            complaint -> {
              assertThat(complaint.severity()).isEqualTo(Severity.WARNING);
              assertThat(complaint.code()).isEqualTo(ComplaintCode.WEAK_KEY);
              assertThat(complaint.path()).isEqualTo("key");
            });
  }

  @Test
  void aKeyOfAWebhookHasABound() {
    assertThat(check("type: core.trigger.Webhook, key: " + "k".repeat(256))).isEmpty();
    assertThat(check("type: core.trigger.Webhook, key: " + "k".repeat(257)))
        .singleElement()
        .extracting(Complaint::path)
        .isEqualTo("key");
  }

  @Test
  void aFlowTriggerWithoutConditionsIsWarnedOf() {
    assertThat(check("type: core.trigger.Flow, states: [FAILED]"))
        .singleElement()
        .satisfies(c -> assertThat(c.severity()).isEqualTo(Severity.WARNING))
        .extracting(Complaint::message)
        .isEqualTo("Without conditions the trigger fires for every flow there is.");
  }

  @Test
  void aConditionWithoutBoundsIsWarnedOf() {
    assertThat(
            check(
                "type: core.trigger.Schedule, cron: '@daily',"
                    + " conditions: [{type: core.condition.DateTimeBetween}]"))
        .singleElement()
        .satisfies(c -> assertThat(c.severity()).isEqualTo(Severity.WARNING))
        .extracting(Complaint::path)
        .isEqualTo("conditions[0].type");
  }

  @Test
  void inputsThatNobodyGivesAreWarnedOf() {
    ParseResult result =
        Flows.parseWith(
            """
            inputs:
              - {id: a, type: STRING}
              - {id: b, type: STRING, defaults: x}
              - {id: c, type: STRING, required: false}
              - {id: d.e, type: STRING}
              - {id: f, type: STRING}
            triggers:
              - {id: t, type: core.trigger.Schedule, cron: '@daily', inputs: {a: 1, d: {e: 2}}}
            """);

    assertThat(result.warnings())
        .singleElement()
        .extracting(Complaint::path, Complaint::message)
        .containsExactly(
            "triggers[0].inputs",
            "Every execution of this trigger will fail: it gives no value for f.");
  }

  @Test
  void newerNamesAreTold() {
    assertThat(
            check(
                "type: io.kestra.core.models.triggers.types.Flow, conditions: [{type:"
                    + " io.kestra.core.models.conditions.types.FlowCondition, namespace: a, flowId:"
                    + " b}]"))
        .extracting(c -> c.code().name())
        .containsExactly("RENAMED_TYPE", "RENAMED_TYPE", "DEPRECATED_TYPE");
  }

  private static List<Complaint> check(String trigger) {
    return Flows.PARSER.checkTrigger("{id: t, " + trigger + "}");
  }
}
