package dev.legato.language.migration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.legato.language.complaint.ComplaintCode;
import dev.legato.language.expression.Expressions;
import dev.legato.language.flow.FlowParser;
import dev.legato.language.flow.ParseResult;
import dev.legato.language.input.TestExpressions;
import dev.legato.plugin.type.TypeCatalog;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class FlowMigrationTest {
  private static final TypeCatalog TYPES =
      TypeCatalog.of(List.of(FlowMigrationTest.class.getClassLoader()));
  private static final Expressions EXPRESSIONS = TestExpressions.create();
  private static final FlowParser PARSER = new FlowParser(TYPES, EXPRESSIONS);
  private static final FlowMigration MIGRATION = new FlowMigration(TYPES, EXPRESSIONS);
  private static final String CHILD = "{id: c, type: core.log.Log, message: x}";

  @Test
  void wordsChangeAndEverythingElseStays() {
    assertThat(
            migrated(
                """
                # what it is for
                id:   old   # and why
                namespace: company.team
                inputs:
                  - name: flag      # asked
                    type: BOOLEAN
                  - {type: ENUM, name: env, values: [dev, prod]}
                  - {type: MULTISELECT, id: parts, options: [a, b]}
                tasks:
                  - id: hello
                    type: "io.kestra.core.tasks.debugs.Echo"   # says hello
                    format: |
                      Hello # not a comment

                      again
                    retry: {type: constant, interval: PT1S, maxAttempt: 3}
                taskDefaults:
                  - type: io.kestra.core.tasks.flows.Sequential
                    values: {disabled: true}
                """))
        .isEqualTo(
            """
            # what it is for
            id:   old   # and why
            namespace: company.team
            inputs:
              - id: flag      # asked
                type: BOOL
              - {type: SELECT, id: env, values: [dev, prod]}
              - {type: MULTISELECT, id: parts, values: [a, b]}
            tasks:
              - id: hello
                type: "io.kestra.plugin.core.log.Log"   # says hello
                message: |
                  Hello # not a comment

                  again
                retry: {type: constant, interval: PT1S, maxAttempts: 3}
            pluginDefaults:
              - type: io.kestra.plugin.core.flow.Sequential
                values: {disabled: true}
            """);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiterString = "=>",
      quoteCharacter = '`',
      textBlock =
          """
          type: io.kestra.core.tasks.flows.Sequential, tasks: [CHILD] => type: io.kestra.plugin.core.flow.Sequential, tasks: [CHILD]
          type: io.kestra.core.tasks.flows.EachSequential, value: '["a"]', tasks: [CHILD] => type: io.kestra.plugin.core.flow.ForEach, values: '["a"]', tasks: [CHILD]
          type: core.flow.EachParallel, value: [a], tasks: [CHILD] => type: io.kestra.plugin.core.flow.ForEach, concurrencyLimit: 0, values: [a], tasks: [CHILD]
          type: io.kestra.core.tasks.flows.EachParallel, concurrent: 2, value: [a], tasks: [CHILD] => type: io.kestra.plugin.core.flow.ForEach, concurrencyLimit: 2, values: [a], tasks: [CHILD]
          type: io.kestra.core.tasks.flows.EachParallel, value: [a], tasks: [CHILD, {id: d, type: core.log.Log, message: x}] => type: io.kestra.plugin.core.flow.EachParallel, value: [a], tasks: [CHILD, {id: d, type: core.log.Log, message: x}]
          type: io.kestra.plugin.core.flow.WaitFor, condition: x, tasks: [CHILD] => type: io.kestra.plugin.core.flow.LoopUntil, checkFrequency: {maxIterations: 100, maxDuration: PT1H, interval: PT1S}, condition: x, tasks: [CHILD]
          type: core.flow.WaitFor, checkFrequency: {interval: PT5S}, condition: x, tasks: [CHILD] => type: io.kestra.plugin.core.flow.LoopUntil, checkFrequency: {interval: PT5S, maxIterations: 100, maxDuration: PT1H}, condition: x, tasks: [CHILD]
          type: io.kestra.plugin.core.flow.LoopUntil, condition: x, tasks: [CHILD] => type: io.kestra.plugin.core.flow.LoopUntil, condition: x, tasks: [CHILD]
          type: io.kestra.core.tasks.flows.Flow, namespace: a, flowId: b => type: io.kestra.plugin.core.flow.Subflow, wait: false, transmitFailed: false, namespace: a, flowId: b
          type: 'io.kestra.core.tasks.flows.Flow', wait: true, namespace: a, flowId: b => type: 'io.kestra.plugin.core.flow.Subflow', transmitFailed: false, wait: true, namespace: a, flowId: b
          type: io.kestra.core.tasks.flows.Subflow, namespace: a, flowId: b => type: io.kestra.plugin.core.flow.Subflow, namespace: a, flowId: b
          type: io.kestra.core.tasks.flows.Worker, tasks: [CHILD] => type: io.kestra.plugin.core.flow.WorkingDirectory, tasks: [CHILD]
          type: io.kestra.core.tasks.flows.Pause, delay: PT1S => type: io.kestra.plugin.core.flow.Pause, pauseDuration: PT1S
          type: core.flow.Pause, onResume: [{name: a, type: BOOLEAN}] => type: core.flow.Pause, onResume: [{id: a, type: BOOL}]
          type: core.flow.Switch, value: a, cases: {b: [{id: c, type: io.kestra.core.tasks.log.Log, message: x}]} => type: core.flow.Switch, value: a, cases: {b: [{id: c, type: io.kestra.plugin.core.log.Log, message: x}]}
          type: core.flow.Dag, tasks: [{task: {id: c, type: io.kestra.core.tasks.log.Log, message: x}}] => type: core.flow.Dag, tasks: [{task: {id: c, type: io.kestra.plugin.core.log.Log, message: x}}]
          type: core.log.Log, message: x, runIf: "{{ true }}" => type: core.log.Log, message: x, runIf: "{{ true }}"
          type: io.kestra.plugin.test.Typed, oldName: a => type: io.kestra.plugin.test.Typed, newName: a
          type: io.kestra.core.tasks.executions.Labels, labels: {a: b} => type: io.kestra.plugin.core.execution.Labels, labels: {a: b}
          """)
  void tasksGetTheirNamesOfToday(String before, String after) {
    assertThat(migrated(flow(before))).isEqualTo(flow(after));
  }

  private static String flow(String task) {
    return "id: a\nnamespace: b\ntasks:\n  - {id: t, " + task.replace("CHILD", CHILD) + "}\n";
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiterString = "=>",
      quoteCharacter = '`',
      textBlock =
          """
          "{{ json(outputs.a.body).x }}"            => "{{ fromJson(outputs.a.body).x }}"
          '{{ json("[1]") | json }}'                => '{{ fromJson("[1]") | toJson }}'
          '{{ jsonDecode(''[1]'') ~ ''json(1)'' }}' => '{{ fromJson(''[1]'') ~ ''json(1)'' }}'
          "{{ json(\\"[1]\\")[0] }} \\ {{ x | json }}"  => "{{ fromJson(\\"[1]\\")[0] }} \\ {{ x | toJson }}"
          "a\\tb\\n{{ json('1') }}"                 => "a\\tb\\n{{ fromJson('1') }}"
          'json(1) {{ x|jsonEncode }} json(1)'      => 'json(1) {{ x|toJson }} json(1)'
          "{{ ionDecode('{}') }}{# json(1) #}"      => "{{ fromIon('{}') }}{# json(1) #}"
          "{{ 'a' is json }}{{ vars.json }}"        => "{{ 'a' is json }}{{ vars.json }}"
          "{{ json is defined ? json : 1 }}"        => "{{ json is defined ? json : 1 }}"
          "{% raw %}{{ json(1) }}{% endraw %}"      => "{% raw %}{{ json(1) }}{% endraw %}"
          "{% macro json(a) %}1{% endmacro %}{{ json(1) | json }}" => "{% macro json(a) %}1{% endmacro %}{{ json(1) | toJson }}"
          "{% filter json %}a{% endfilter %}"       => "{% filter toJson %}a{% endfilter %}"
          '{{ "#{json(1)}" }}'                      => '{{ "#{fromJson(1)}" }}'
          "\\x7b{ json('1') }}"                     => "\\x7b{ json('1') }}"
          "{{ json( }}"                             => "{{ json( }}"
          """)
  void functionsAndFiltersGetTheirNamesOfToday(String before, String after) {
    assertThat(MIGRATION.migrate(flow("type: core.log.Log, message: " + before)))
        .isEqualTo(flow("type: core.log.Log, message: " + after));
  }

  @Test
  void expressionsAreFoundHoweverATextIsWritten() {
    assertThat(
            migrated(
                """
                id: a
                namespace: b
                description: "{{ json(x) }} stays: nobody renders it"
                variables:
                  rows: "{{ json(inputs.rows) }}"
                tasks:
                  - id: t
                    type: core.log.Log
                    message: |2   # json(x)
                        first 😀

                      {{ json('1') }} and {{ json('2')
                        | json }}
                  - id: u
                    type: core.log.Log
                    runIf: >-
                      {{ json(vars.rows)
                      | length > 0 }}
                    message:
                      - one {{ json('1')
                        }} {{ json('2') }}
                      - 'it''s

                        {{ json(''3'') }}'
                      - "a \
                        b {{ json('4') }}"
                outputs:
                  - {id: o, type: JSON, value: "{{ json('5') }}"}
                """))
        .isEqualTo(
            """
            id: a
            namespace: b
            description: "{{ json(x) }} stays: nobody renders it"
            variables:
              rows: "{{ fromJson(inputs.rows) }}"
            tasks:
              - id: t
                type: core.log.Log
                message: |2   # json(x)
                    first 😀

                  {{ fromJson('1') }} and {{ fromJson('2')
                    | toJson }}
              - id: u
                type: core.log.Log
                runIf: >-
                  {{ fromJson(vars.rows)
                  | length > 0 }}
                message:
                  - one {{ fromJson('1')
                    }} {{ fromJson('2') }}
                  - 'it''s

                    {{ fromJson(''3'') }}'
                  - "a \
                    b {{ fromJson('4') }}"
            outputs:
              - {id: o, type: JSON, value: "{{ fromJson('5') }}"}
            """);
  }

  @Test
  void triggersAndConditionsGetTheirNamesOfToday() {
    assertThat(
            migrated(
                """
                id: a
                namespace: b
                tasks: [{id: t, type: core.log.Log, message: x}]
                triggers:
                  - id: daily
                    type: io.kestra.core.models.triggers.types.Schedule
                    cron: "@daily"
                    minLogLevel: WARN
                    scheduleConditions:
                      - type: io.kestra.core.models.conditions.types.NotCondition
                        conditions:
                          - type: io.kestra.core.models.conditions.types.WeekendCondition
                """))
        .isEqualTo(
            """
            id: a
            namespace: b
            tasks: [{id: t, type: core.log.Log, message: x}]
            triggers:
              - id: daily
                type: io.kestra.plugin.core.trigger.Schedule
                cron: "@daily"
                logLevel: WARN
                conditions:
                  - type: io.kestra.plugin.core.condition.Not
                    conditions:
                      - type: io.kestra.plugin.core.condition.Weekend
            """);
  }

  @Test
  void addedPropertiesStandBehindTheTypeInItsColumn() {
    assertThat(
            migrated(
                """
                id: a
                namespace: b
                tasks:
                  -   type: io.kestra.core.tasks.flows.Flow  # old
                      id: t
                      namespace: c
                      flowId: d
                """))
        .isEqualTo(
            """
            id: a
            namespace: b
            tasks:
              -   type: io.kestra.plugin.core.flow.Subflow  # old
                  wait: false
                  transmitFailed: false
                  id: t
                  namespace: c
                  flowId: d
            """);
  }

  @Test
  void tasksOfListenersMove() {
    assertThat(
            migrated(
                """
                id: a
                namespace: b
                listeners:
                  - conditions:
                      - type: io.kestra.core.models.conditions.types.ExecutionStatusCondition
                        in:
                          - FAILED
                          - WARNING
                    tasks:
                      - id: alert
                        type: io.kestra.core.tasks.log.Log  # loud
                        message: |
                          Failed!

                          # really
                  - tasks:
                    - {id: x, type: core.log.Log, message: x}
                tasks: [{id: t, type: core.log.Log, message: x}]
                """))
        .contains("listeners:") // a task in braces is not moved
        .contains("io.kestra.plugin.core.condition.ExecutionStatus");

    assertThat(
            migrated(
                """
                id: a
                namespace: b
                listeners:
                  - conditions:
                      - type: io.kestra.core.models.conditions.types.ExecutionStatusCondition
                        in:
                          - FAILED
                          - WARNING
                    tasks:
                      - id: alert
                        type: io.kestra.core.tasks.log.Log  # loud
                        message: |
                          Failed!

                          # really
                  - tasks:
                    -   id: x
                        type: core.log.Log
                        message: x

                tasks: [{id: t, type: core.log.Log, message: x}]
                """))
        .isEqualTo(
            """
            id: a
            namespace: b
            afterExecution:
              - id: alert
                runIf: "{{ (execution.state == 'FAILED' or execution.state == 'WARNING') }}"
                type: io.kestra.plugin.core.log.Log  # loud
                message: |
                  Failed!

                  # really
              -   id: x
                  type: core.log.Log
                  message: x

            tasks: [{id: t, type: core.log.Log, message: x}]
            """);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "conditions: [{type: core.condition.Weekend}]",
        "conditions: [{type: core.condition.ExecutionStatus, in: [FAILED]}] # why",
        "description: Why."
      })
  void listenersThatSayMoreStay(String property) {
    String flow =
        """
        id: a
        namespace: b
        listeners:
          - %s
            tasks:
              - id: x
                type: core.log.Log
                message: x
        tasks: [{id: t, type: core.log.Log, message: x}]
        """
            .formatted(property);

    assertThat(MIGRATION.migrate(flow)).isEqualTo(flow);
  }

  @Test
  void aTypeKeepsItsNameWhenAnotherOneHasOtherDefaults() {
    String flow =
        """
        id: a
        namespace: b
        tasks:
          - {id: t, type: io.kestra.core.tasks.debugs.Echo, format: x}
          - {id: u, type: io.kestra.core.tasks.log.Log, message: x}
          - {id: v, type: io.kestra.core.tasks.flows.Sequential, tasks: []}
        pluginDefaults:
          - {type: io.kestra.core.tasks.debugs.Echo, values: {level: WARN}}
          - {type: io.kestra.core.tasks.flows, values: {disabled: true}}
        """;

    assertThat(MIGRATION.migrate(flow))
        .isEqualTo(
            flow.replace("core.tasks.debugs.Echo", "plugin.core.debug.Echo")
                .replace("core.tasks.log.Log", "plugin.core.log.Log"));
  }

  @Test
  void sharedPartsChangeOnce() {
    assertThat(
            migrated(
                """
                id: a
                namespace: b
                tasks:
                  - &log {id: t, type: io.kestra.core.tasks.log.Log, message: x}
                  - {<<: *log, id: u}
                """))
        .isEqualTo(
            """
            id: a
            namespace: b
            tasks:
              - &log {id: t, type: io.kestra.plugin.core.log.Log, message: x}
              - {<<: *log, id: u}
            """);
  }

  @Test
  void linesEndAsTheyDid() {
    assertThat(
            migrated(
                "id: a\r\nnamespace: b\r\ntasks:\r\n  - id: t\r\n    type:"
                    + " io.kestra.core.tasks.flows.Flow\r\n    namespace: c\r\n    flowId: d"))
        .contains("type: io.kestra.plugin.core.flow.Subflow\r\n    wait: false\r\n")
        .endsWith("flowId: d");
  }

  @Test
  void severalDocumentsAreMigratedOneByOne() {
    String old = flow("type: io.kestra.core.tasks.log.Log, message: x");
    String current = flow("type: io.kestra.plugin.core.log.Log, message: x");

    assertThat(MIGRATION.migrate(old + "---\n" + old)).isEqualTo(current + "---\n" + current);
  }

  @Test
  void whatIsNoFlowStays() {
    for (String text : List.of("", "text", "a: [", "- a\n- b", "a: 1\na: 2", "😀: *x")) {
      assertThat(MIGRATION.migrate(text)).isEqualTo(text);
    }
  }

  @Test
  void charactersOutsideTheBasicPlaneDoNotShiftPlaces() {
    assertThat(
            migrated(
                """
                id: a
                namespace: b
                tasks: [{id: t, message: "😀😀", type: io.kestra.core.tasks.log.Log}]
                """))
        .contains("message: \"😀😀\", type: io.kestra.plugin.core.log.Log}");
  }

  /** Migrated, valid, without old spellings, and stable. */
  private static String migrated(String source) {
    String migrated = MIGRATION.migrate(source);
    ParseResult before = PARSER.parse(source);
    ParseResult after = PARSER.parse(migrated);
    assertThat(before.errors()).isEmpty();
    assertThat(after.errors()).isEmpty();
    assertThat(after.complaints())
        .noneMatch(complaint -> complaint.code() == ComplaintCode.RENAMED_TYPE);
    assertThat(MIGRATION.migrate(migrated)).isEqualTo(migrated);
    return migrated;
  }
}
