package dev.legato.language.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.legato.language.complaint.Complaint;
import dev.legato.language.complaint.ComplaintCode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Every rule that a flow must obey to be saved, with an example that breaks it. The rule that ids
 * do not change needs the flow before, and is tested where flows are saved.
 */
final class ValidationRulesTest {
  private static final String TASK = "{id: t, type: core.log.Log, message: x}";

  /** Rows without an id, namespace or tasks get good ones. */
  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          id pattern          | id: -x                       | INVALID_ID       | id        | '-x'
          namespace pattern   | namespace: Prod              | INVALID_ID       | namespace | 'Prod'
          id length           | id: LONG                     | INVALID_ID       | id        | 1 to 100
          reserved id         | id: kill                     | RESERVED_ID      | id        | Choose another
          at least one task   | tasks: []                    | MISSING_PROPERTY | tasks     | at least one task
          unique task ids     | tasks: [TASK, TASK]          | DUPLICATE_ID     | tasks[1].id | 't' is already used at line
          in errors, too      | errors: [TASK]               | DUPLICATE_ID     | errors[0].id | id of its own
          in finally, too     | finally: [TASK]              | DUPLICATE_ID     | finally[0].id | 't'
          after it, too       | afterExecution: [TASK]       | DUPLICATE_ID     | afterExecution[0].id | 't'
          in listeners, too   | listeners: [{tasks: [TASK]}] | DUPLICATE_ID     | listeners[0].tasks[0].id | 't'
          unique trigger ids  | triggers: [{id: d, type: core.trigger.Webhook, key: a}, {id: d, type: core.trigger.Webhook, key: b}] | DUPLICATE_ID | triggers[1].id | 'd'
          unique input ids    | inputs: [{id: a, type: INT}, {id: a, type: INT}] | DUPLICATE_ID | inputs[1].id | 'a'
          unique output ids   | outputs: [{id: a, type: INT, value: 1}, {id: a, type: INT, value: 1}] | DUPLICATE_ID | outputs[1].id | 'a'
          input path          | inputs: [{id: a, type: INT}, {id: a.b, type: INT}] | DUPLICATE_ID | inputs[1].id | inside the value
          dependsOn unknown   | inputs: [{id: a, type: INT, dependsOn: {inputs: [nope]}}] | UNKNOWN_REFERENCE | inputs[0].dependsOn | 'nope'
          dependsOn cycle     | inputs: [{id: a, type: INT, dependsOn: {inputs: [b]}}, {id: b, type: INT, dependsOn: {inputs: [a]}}] | CYCLE | inputs[0].dependsOn | a
          direct self call    | tasks: [{id: t, type: core.flow.Subflow, namespace: company.team, flowId: demo}] | CYCLE | tasks[0].flowId | calls itself
          self call, old name | tasks: [{id: t, type: io.kestra.core.tasks.flows.Flow, namespace: company.team, flowId: demo}] | CYCLE | tasks[0].flowId | Call another flow
          self call per item  | tasks: [{id: t, type: core.flow.ForEachItem, items: x, namespace: company.team, flowId: demo}] | CYCLE | tasks[0].flowId | calls itself
          unknown type        | tasks: [{id: t, type: io.kestra.plugin.core.log.Logg}] | UNKNOWN_TYPE | tasks[0].type | 'io.kestra.plugin.core.log.Log'
          unknown property    | tasks: [{id: t, type: core.log.Log, mesage: x}] | UNKNOWN_PROPERTY | tasks[0].mesage | 'message'
          missing property    | tasks: [{id: t, type: core.log.Log}] | MISSING_PROPERTY | tasks[0].message | missing
          number              | concurrency: {limit: 0}      | WRONG_TYPE       | concurrency.limit | at least 1
          enum                | concurrency: {limit: 1, behavior: WAIT} | WRONG_TYPE | concurrency.behavior | QUEUE
          duration            | sla: [{id: a, type: MAX_DURATION, behavior: FAIL, duration: soon}] | WRONG_TYPE | sla[0].duration | PT30S
          Dag without tasks   | tasks: [{id: t, type: core.flow.Dag, tasks: []}] | MISSING_PROPERTY | tasks[0].tasks | at least one task
          Dag unknown need    | tasks: [{id: d, type: core.flow.Dag, tasks: [{task: TASK, dependsOn: [zz]}]}] | UNKNOWN_REFERENCE | tasks[0].tasks[0].dependsOn | 'zz'
          Dag cycle           | tasks: [{id: d, type: core.flow.Dag, tasks: [{task: TASK, dependsOn: [t]}]}] | CYCLE | tasks[0].tasks[0].dependsOn | circle: t
          Switch, no branch   | tasks: [{id: s, type: core.flow.Switch, value: x}] | MISSING_PROPERTY | tasks[0].cases | 'cases' or 'defaults'
          directory, empty    | tasks: [{id: w, type: core.flow.WorkingDirectory, tasks: []}] | MISSING_PROPERTY | tasks[0].tasks | at least one task
          directory, group    | tasks: [{id: w, type: core.flow.WorkingDirectory, tasks: [{id: s, type: core.flow.Sequential, tasks: [TASK]}]}] | INVALID_VALUE | tasks[0].tasks[0].type | Move the task
          directory, workers  | tasks: [{id: w, type: core.flow.WorkingDirectory, tasks: [{id: t, type: core.log.Log, message: x, workerGroup: {key: a}}]}] | NOT_SUPPORTED | tasks[0].tasks[0].workerGroup | enterprise
          cron                | triggers: [{id: d, type: core.trigger.Schedule, cron: "* * *"}] | INVALID_VALUE | triggers[0].cron | 3 fields instead of 5
          time zone           | triggers: [{id: d, type: core.trigger.Schedule, cron: "@daily", timezone: Mars/X}] | INVALID_VALUE | triggers[0].timezone | Europe/Paris
          backfill            | triggers: [{id: d, type: core.trigger.Schedule, cron: "@daily", backfill: {start: x}, lateMaximumDelay: PT1H}] | INVALID_VALUE | triggers[0].backfill | exclude each other
          webhook key         | triggers: [{id: d, type: core.trigger.Webhook}] | MISSING_PROPERTY | triggers[0].key | missing
          webhook key length  | triggers: [{id: d, type: core.trigger.Webhook, key: LONG}] | INVALID_VALUE | triggers[0].key | 1 to 256
          webhook, executions | triggers: [{id: d, type: core.trigger.Webhook, key: a, conditions: [{type: core.condition.MultipleCondition, id: m, conditions: {}}]}] | INVALID_VALUE | triggers[0].conditions[0].type | Flow trigger
          time window         | triggers: [{id: d, type: core.trigger.Flow, preconditions: {id: p, timeWindow: {type: DAILY_TIME_DEADLINE, deadline: "09:00", window: P1D}}}] | INVALID_VALUE | triggers[0].preconditions.timeWindow.window | It has: deadline
          filter              | triggers: [{id: d, type: core.trigger.Flow, preconditions: {id: p, where: [{id: w, filters: [{field: STATE, type: IN, values: [a], value: x}]}]}}] | INVALID_VALUE | triggers[0].preconditions.where[0].filters[0].value | 'values'
          retry intervals     | retry: {type: constant, interval: PT1H, maxDuration: PT1M} | INVALID_VALUE | retry.interval | shorter than 'maxDuration'
          system labels       | labels: {system.foo: x}      | ENGINE_ONLY      | labels.system.foo | Rename
          array without type  | inputs: [{id: a, type: ARRAY}] | MISSING_PROPERTY | inputs[0].itemType | missing
          array of arrays     | inputs: [{id: a, type: ARRAY, itemType: ARRAY}] | INVALID_VALUE | inputs[0].itemType | cannot have
          file with defaults  | inputs: [{id: a, type: FILE, defaults: x}] | WRONG_TYPE | inputs[0].defaults | nsfile:///
          regex               | inputs: [{id: a, type: STRING, validator: "["}] | INVALID_VALUE | inputs[0].validator | not a regular expression
          JSON default        | inputs: [{id: a, type: JSON, defaults: "{"}] | WRONG_TYPE | inputs[0].defaults | JSON
          defaults, no type   | pluginDefaults: [{values: {a: b}}] | MISSING_PROPERTY | pluginDefaults[0].type | missing
          defaults, no value  | pluginDefaults: [{type: core.log.Log, values: {level: }}] | MISSING_PROPERTY | pluginDefaults[0].values.level | no value
          defaults, property  | pluginDefaults: [{type: core.log.Log, values: {lvl: x}}] | UNKNOWN_PROPERTY | pluginDefaults[0].values.lvl | 'lvl'
          enterprise          | workerGroup: {key: x}        | NOT_SUPPORTED    | workerGroup | enterprise
          input default       | inputs: [{id: a, type: INT, defaults: abc}] | WRONG_TYPE | inputs[0].defaults | 'defaults'
          outside of values   | inputs: [{id: a, type: SELECT, values: [b], defaults: c}] | WRONG_TYPE | inputs[0].defaults | b
          dash                | inputs: [{id: my-file, type: STRING}], variables: {}, tasks: [{id: t, type: core.log.Log, message: "{{ inputs.my-file }}"}] | INVALID_EXPRESSION | tasks[0].message | inputs['my-file']
          output value        | outputs: [{id: a, type: INT, value: abc}] | WRONG_TYPE | outputs[0].value | whole number
          """)
  void aFlowThatBreaksARuleIsRefused(
      String rule, String properties, ComplaintCode code, String path, String fragment) {
    ParseResult result = Flows.parse(flow(properties));

    assertThat(result.flow()).isEmpty();
    assertThat(result.errors())
        .anySatisfy(
            complaint -> {
              assertThat(complaint.code()).isEqualTo(code);
              assertThat(complaint.path()).isEqualTo(path);
              assertThat(complaint.line()).isPositive();
              assertThat(complaint.column()).isPositive();
              assertThat(complaint.message() + " " + complaint.hint()).contains(fragment);
            });
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          trigger lacks inputs   | inputs: [{id: a, type: INT}], triggers: [{id: d, type: core.trigger.Webhook, key: 4wjtkzwVGBM9yKnjm3yv8r}] | triggers[0].type | no value for a
          condition, no bounds   | triggers: [{id: d, type: core.trigger.Schedule, cron: "@daily", conditions: [{type: core.condition.DateTimeBetween}]}] | triggers[0].conditions[0].type | neither 'after' nor 'before'
          trigger for all flows  | triggers: [{id: d, type: core.trigger.Flow}] | triggers[0].type | for every flow
          timeout of a group     | tasks: [{id: s, type: core.flow.Sequential, timeout: PT1S, tasks: [TASK]}] | tasks[0].timeout | no effect
          cache of a group       | tasks: [{id: s, type: core.flow.Sequential, taskCache: {enabled: true}, tasks: [TASK]}] | tasks[0].taskCache | a worker runs
          """)
  void aFlowThatWillNotDoWhatItsAuthorWantsIsWarnedOf(
      String rule, String properties, String path, String fragment) {
    ParseResult result = Flows.parse(flow(properties));

    assertThat(result.errors()).isEmpty();
    assertThat(result.warnings())
        .singleElement()
        .satisfies(
            complaint -> {
              assertThat(complaint.path()).isEqualTo(path);
              assertThat(complaint.message()).contains(fragment);
            });
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          inputs: [{name: a, type: INT}]                     | inputs[0].name      | replaced by 'id'
          taskDefaults: []                                   | taskDefaults        | replaced by 'pluginDefaults'
          listeners: [{tasks: [{id: l, type: core.log.Log, message: x}]}] | listeners | replaced by 'afterExecution'
          tasks: [{id: p, type: core.flow.Pause, delay: PT1S}] | tasks[0].delay    | replaced by 'pauseDuration'
          tasks: [{id: p, type: core.flow.Pause, tasks: [TASK]}] | tasks[0].tasks  | Put them behind the pause
          tasks: [{id: e, type: core.flow.EachSequential, value: [1], tasks: [TASK]}] | tasks[0] | use 'io.kestra.plugin.core.flow.ForEach'
          triggers: [{id: d, type: core.trigger.Schedule, cron: "@daily", scheduleConditions: []}] | triggers[0].scheduleConditions | Use 'conditions'
          """)
  void anOldSpellingIsToldWithTheModernOne(String properties, String path, String fragment) {
    ParseResult result = Flows.parse(flow(properties));

    assertThat(Flows.valid(result)).isNotNull();
    assertThat(result.complaints())
        .filteredOn(complaint -> complaint.path().equals(path))
        .extracting(Complaint::message)
        .anySatisfy(message -> assertThat(message).contains(fragment));
  }

  private static String flow(String properties) {
    String rest = properties.replace("TASK", TASK).replace("LONG", "x".repeat(300));
    StringBuilder flow = new StringBuilder("{");
    flow.append(rest.startsWith("id:") ? "" : "id: demo, ");
    flow.append(rest.startsWith("namespace:") ? "" : "namespace: company.team, ");
    flow.append(rest.contains("tasks: [") && isAtTop(rest) ? "" : "tasks: [" + TASK + "], ");
    return flow.append(rest).append("}").toString();
  }

  private static boolean isAtTop(String properties) {
    return properties.startsWith("tasks: [") || properties.contains("}, tasks: [");
  }
}
