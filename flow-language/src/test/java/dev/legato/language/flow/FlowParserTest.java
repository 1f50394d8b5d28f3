package dev.legato.language.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.legato.language.complaint.Complaint;
import dev.legato.language.complaint.ComplaintCode;
import dev.legato.language.complaint.Severity;
import dev.legato.language.yaml.Cost;
import dev.legato.model.flow.Flow;
import dev.legato.model.flow.Label;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class FlowParserTest {
  private static final String TASKS = "tasks: [{id: t, type: core.log.Log, message: x}]";

  @Test
  void everythingAtTheTopIsRead() {
    Flow flow =
        Flows.valid(
            Flows.parse(
                """
                id: load
                namespace: company.team
                description: Loads things.
                revision: 7
                disabled: yes
                labels:
                  team: data
                  cost: 1.10
                  fast: true
                variables:
                  limit: 10
                  text: "{{ inputs.a }}"
                tasks:
                  - id: hello
                    type: io.kestra.plugin.core.log.Log
                    message: 1.10
                """));

    assertThat(flow.id()).hasToString("company.team.load");
    assertThat(flow.revision()).isEqualTo(7);
    assertThat(flow.description()).isEqualTo("Loads things.");
    assertThat(flow.disabled()).isTrue();
    assertThat(flow.labels())
        .containsExactly(
            new Label("team", "data"), new Label("cost", "1.10"), new Label("fast", "true"));
    assertThat(flow.variables()).isEqualTo(Map.of("limit", 10, "text", "{{ inputs.a }}"));
    assertThat(flow.source())
        .doesNotContain("revision")
        .contains("description: Loads things.\ndis");
  }

  @Test
  void theDocumentHasTheKeysOfTheAuthorInOrder() {
    Flow flow =
        Flows.valid(
            Flows.parse(
                """
                namespace: company.team
                id: load
                inputs:
                  - name: user
                    type: STRING
                    defaults: 1.10
                tasks:
                  - type: io.kestra.core.tasks.debugs.Echo
                    id: hello
                    format: 0777
                taskDefaults: []
                """));

    assertThat(flow.document())
        .hasToString(
            "{namespace=company.team, id=load,"
                + " inputs=[{name=user, type=STRING, defaults=1.10}],"
                + " tasks=[{type=io.kestra.core.tasks.debugs.Echo, id=hello, format=0777}],"
                + " taskDefaults=[]}");
  }

  @Test
  void labelsMayBeAList() {
    ParseResult result =
        Flows.parseWith(
            "labels: [{key: a, value: 1}, {key: a, value: 2}, {key: system.readOnly, value:"
                + " true}]");

    assertThat(Flows.valid(result).labels())
        .containsExactly(
            new Label("a", "1"), new Label("a", "2"), new Label("system.readOnly", "true"));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          'taks: []'                        | UNKNOWN_PROPERTY | taks        | Did you mean 'tasks'
          'finnaly: []'                     | UNKNOWN_PROPERTY | finnaly     | Did you mean 'finally'? It has: afterExecution
          'finally: [{id: x, type: y.Z}]'   | UNKNOWN_TYPE     | finally[0].type |
          'afterExecution: [x]'             | WRONG_TYPE       | afterExecution[0] |
          'concurrency: {limit: 0}'         | WRONG_TYPE       | concurrency.limit |
          'concurrency: {}'                 | MISSING_PROPERTY | concurrency.limit |
          'concurrency: {limit: 1, behaviour: FAIL}' | UNKNOWN_PROPERTY | concurrency.behaviour | 'behavior'
          'sla: [{id: a, type: MAX_DURATION, behavior: FAIL}]' | MISSING_PROPERTY | sla[0].duration |
          'sla: [{id: a, type: MAX_DURATION, duration: PT1H}]' | MISSING_PROPERTY | sla[0].behavior |
          'sla: [{id: a, type: MAX, behavior: FAIL}]' | WRONG_TYPE | sla[0].type |
          'sla: [{id: a, type: EXECUTION_ASSERTION, behavior: NONE}]' | MISSING_PROPERTY | sla[0].assert |
          'sla: [{id: a, type: MAX_DURATION, behavior: FAIL, duration: PT1H, labels: {system.a: b}}]' | ENGINE_ONLY | sla[0].labels.system.a |
          'checks: [{message: x}]'          | MISSING_PROPERTY | checks[0].when |
          'checks: [{when: x}]'             | MISSING_PROPERTY | checks[0].message |
          'checks: [{when: x, message: y, style: LOUD}]' | WRONG_TYPE | checks[0].style |
          'listeners: [{conditions: []}]'   | MISSING_PROPERTY | listeners[0].tasks |
          'listeners: [{tasks: [{id: hello, type: core.log.Log, message: x}]}]' | DUPLICATE_ID | listeners[0].tasks[0].id |
          'listeners: [{tasks: [], conditions: [{type: core.condition.MultipleCondition, id: m, conditions: {}}]}]' | NOT_SUPPORTED | listeners[0].conditions[0].type | trigger.Flow
          'workerGroup: {key: x}'           | NOT_SUPPORTED    | workerGroup | Remove it
          'draft: maybe'                    | WRONG_TYPE       | draft       |
          'description: [x]'                | WRONG_TYPE       | description |
          'disabled: maybe'                 | WRONG_TYPE       | disabled    |
          'variables: [1]'                  | WRONG_TYPE       | variables   |
          'labels: text'                    | WRONG_TYPE       | labels      | key: value
          'labels: {a: [1]}'                | WRONG_TYPE       | labels.a    |
          'labels: {a: }'                   | WRONG_TYPE       | labels.a    |
          'labels: {a: ""}'                 | INVALID_VALUE    | labels.a    |
          'labels: {a: "\\0"}'              | INVALID_VALUE    | labels.a    |
          'labels: {system.foo: x}'         | ENGINE_ONLY      | labels.system.foo | Rename
          'labels: [{key: a}]'              | MISSING_PROPERTY | labels[0].value   |
          'labels: [{key: a, value: b, c: d}]' | UNKNOWN_PROPERTY | labels[0].c    |
          'revision: 0'                     | WRONG_TYPE       | revision    |
          'retry: {type: constant, behavior: CREATE_NEW_EXECUTION}' | MISSING_PROPERTY | retry.interval    |
          'errors: {id: x}'                 | WRONG_TYPE       | errors      |
          'triggers: [{id: a, type: x.Y}]'  | UNKNOWN_TYPE     | triggers[0].type  |
          'triggers: [{id: a, type: core.trigger.Schedule}]' | MISSING_PROPERTY | triggers[0].cron |
          'triggers: [{id: a, type: core.trigger.Schedule, cron: "@daily", crn: y}]' | UNKNOWN_PROPERTY | triggers[0].crn | 'cron'
          'triggers: [{id: a, type: core.trigger.Webhook, key: k}, {id: a, type: core.trigger.Webhook, key: k}]' | DUPLICATE_ID | triggers[1].id |
          """)
  void mistakesAtTheTopAreNamed(String property, ComplaintCode code, String path, String hint) {
    Complaint complaint = Flows.onlyError(Flows.parseWith(property));

    assertThat(complaint.code()).isEqualTo(code);
    assertThat(complaint.path()).isEqualTo(path);
    assertThat(complaint.line()).isEqualTo(5);
    if (hint != null) {
      assertThat(complaint.hint()).contains(hint);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "-x, INVALID_ID",
    "a/b, INVALID_ID",
    "a\\b, INVALID_ID",
    "'\"%2f\"', INVALID_ID",
    ".., INVALID_ID",
    "__proto__, INVALID_ID",
    "kill, RESERVED_ID",
    "'\"a\\nb\"', INVALID_ID",
    "'\"a\\0\"', INVALID_ID",
    "'\"\"', INVALID_VALUE",
    "'', MISSING_PROPERTY",
    "[a], WRONG_TYPE",
  })
  void badFlowIdsAreRefused(String id, ComplaintCode code) {
    ParseResult result =
        Flows.parse(
            "id: " + id + "\nnamespace: a\ntasks: [{id: t, type: core.log.Log, message: x}]");

    assertThat(Flows.onlyError(result).code()).isEqualTo(code);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"configs", "webhook", "main", "constructor", "CON", "undefined", "1.10", "no"})
  void ordinaryFlowIdsAreAcceptedAsWritten(String id) {
    ParseResult result =
        Flows.parse(
            "id: " + id + "\nnamespace: a\ntasks: [{id: t, type: core.log.Log, message: x}]");

    assertThat(Flows.valid(result).id().id()).isEqualTo(id);
  }

  @Test
  void aLongIdIsRefusedAndNotRepeatedInFull() {
    Complaint complaint =
        Flows.onlyError(
            Flows.parseTasks(
                "- id: " + "x".repeat(10_000) + "\n  type: core.log.Log\n  message: m"));

    assertThat(complaint.code()).isEqualTo(ComplaintCode.INVALID_ID);
    assertThat(complaint.message()).hasSizeLessThan(300);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "# only a comment", "text", "[1]", "id: [", "12"})
  void whatIsNoFlowIsRefusedWithAPlace(String source) {
    Complaint complaint = Flows.onlyError(Flows.parse(source));

    assertThat(complaint.line()).isPositive();
    assertThat(complaint.message()).endsWith(".");
  }

  @Test
  void allMistakesAreReportedTogetherInOrder() {
    ParseResult result =
        Flows.parse(
            """
            id: -x
            namespace: Prod
            inputs:
              - {id: a, type: STRNG}
            tasks:
              - {id: t, type: core.log.Logg}
              - {id: t, type: core.log.Log, mesage: hi}
            """);

    assertThat(Flows.errorCodes(result))
        .containsExactly(
            "INVALID_ID",
            "INVALID_ID",
            "UNKNOWN_TYPE",
            "UNKNOWN_TYPE",
            "DUPLICATE_ID",
            "UNKNOWN_PROPERTY");
  }

  @Test
  void aComplaintReadsAsPlaceFactAndRemedy() {
    Complaint complaint = Flows.onlyError(Flows.parseWith("taks: []"));

    assertThat(complaint.toString())
        .startsWith(
            "taks (line 5, column 1): A flow has no property 'taks'. Did you mean 'tasks'?");
  }

  @Test
  void aFlowNeedsATask() {
    assertThat(Flows.errorCodes(Flows.parse("id: a\nnamespace: b")))
        .containsExactly("MISSING_PROPERTY");
    assertThat(Flows.errorCodes(Flows.parse("id: a\nnamespace: b\ntasks: []")))
        .containsExactly("MISSING_PROPERTY");
  }

  @Test
  void tooManyLabelsAreRefused() {
    String labels =
        IntStream.range(0, 101).mapToObj("  k%d: v\n"::formatted).collect(Collectors.joining());

    assertThat(Flows.errorCodes(Flows.parseWith("labels:\n" + labels))).containsExactly("TOO_MANY");
  }

  @Test
  void theRevisionLineIsCutOnlyWhenItHoldsNothingElse() {
    assertThat(source("id: a\r\nrevision: 3 # old\r\nnamespace: b\r\n" + TASKS))
        .startsWith("id: a\r\nnamespace: b\r\n");
    assertThat(
            source(
                "{id: a, revision: 3, namespace: b, tasks: [{id: t, type: core.log.Log, message:"
                    + " x}]}"))
        .contains("revision: 3");
    assertThat(Flows.parse("id: a\nnamespace: b\n" + TASKS).declaresRevision()).isFalse();
    assertThat(Flows.parse("id: a\nrevision: 3\nnamespace: b\n" + TASKS).declaresRevision())
        .isTrue();
  }

  @Test
  void warningsDoNotRefuseTheFlow() {
    ParseResult result =
        Flows.parseTasks("- {id: s, type: core.flow.Sequential, timeout: PT1S, tasks: []}");

    Flows.valid(result);
    assertThat(result.warnings())
        .singleElement()
        .matches(c -> c.severity() == Severity.WARNING && c.path().equals("tasks[0].timeout"));
  }

  @Test
  void aDashBehindADotIsRefused() {
    ParseResult result =
        Flows.parse(
            """
            id: a
            namespace: b
            inputs:
              - {id: my-file, type: STRING}
            tasks:
              - {id: my-task, type: core.log.Log, message: "outputs.my-task {{ 'inputs.my-file' }}"}
              - {id: ok, type: core.log.Log, message: "{{ outputs['my-task'].x - inputs.a-1 }}"}
              - {id: b1, type: core.log.Log, message: "{{ inputs.my-file }}"}
              - {id: b2, type: core.log.Log, message: "{{ outputs.my-task.value }}"}
            """);

    assertThat(result.errors())
        .extracting(Complaint::hint)
        .containsExactly("Write inputs['my-file'].", "Write outputs['my-task'].");
  }

  private static String source(String source) {
    return Flows.valid(Flows.parse(source)).source();
  }

  @Test
  void emptyBlocksOfOtherVersionsAreAccepted() {
    assertThat(Flows.parseWith("listeners: []\nsla: []\ndeleted: false\ntenantId: main\n").errors())
        .isEmpty();
  }

  @Test
  void theDocumentKeepsTextsAsWritten() {
    Flow flow =
        Flows.valid(
            Flows.parseWith(
                """
                labels: {version: 1.10, huge: 1e400}
                variables: {a: 1}
                inputs: [{id: a, type: SELECT, values: [1.10, {label: X, value: no}]}]
                """));

    assertThat(flow.document().get("labels")).isEqualTo(Map.of("version", "1.10", "huge", "1e400"));
    assertThat(flow.document().get("inputs"))
        .asString()
        .contains("values=[1.10, {label=X, value=no}]");
  }

  @Test
  void aNumberOutOfRangeIsReportedOnce() {
    assertThat(Flows.parseWith("variables: {a: 1e400}").errors())
        .singleElement()
        .extracting(Complaint::path)
        .isEqualTo("variables.a");
  }

  @Test
  void tasksAndTriggersAreCheckedOnTheirOwn() {
    assertThat(Flows.PARSER.checkTask("{id: t, type: core.log.Log, message: x}")).isEmpty();
    assertThat(Flows.PARSER.checkTask("{id: t, type: core.log.Log}"))
        .singleElement()
        .extracting(Complaint::path)
        .isEqualTo("message");
    assertThat(Flows.PARSER.checkTask("text")).hasSize(1);
    assertThat(Flows.PARSER.checkTrigger("{id: t, type: core.trigger.Schedule}"))
        .singleElement()
        .extracting(Complaint::path)
        .isEqualTo("cron");
  }

  @Test
  void aTaskThatATemplateGivesNeedsNoId() {
    String source = "{type: core.log.Log, message: x}";

    assertThat(Flows.PARSER.task(source).complaints()).isEmpty();
    assertThat(Flows.PARSER.task(source).step()).isPresent();
    assertThat(Flows.PARSER.checkTask(source))
        .singleElement()
        .extracting(Complaint::path)
        .isEqualTo("id");
  }

  @Test
  void bracesWithoutEndCostNothing() {
    String braces = "{# " + "{{ ".repeat(20_000) + "#}";
    String dots = "{{ inputs." + "a-.".repeat(20_000) + "a }}";

    for (String message : List.of(braces, dots)) {
      assertThat(
              Cost.of(
                      () ->
                          Flows.parseTasks(
                              "- {id: t, type: core.log.Log, message: '" + message + "'}"))
                  .cpu())
          .isLessThan(Duration.ofSeconds(1));
    }
  }
}
